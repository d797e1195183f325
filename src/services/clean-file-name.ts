const longest = 255;

/** An uploaded name made safe to show: no folders, no control or direction-override characters, at most 255. */
export function cleanFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  const shown = base.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "").trim();
  const whole = shown === "" || shown === "." || shown === ".." ? "unnamed.csv" : shown;
  return shorten(whole);
}

/** Cuts the stem, so that the extension stays and no emoji is cut in half. */
function shorten(name: string): string {
  if (name.length <= longest) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : "";
  let stem = "";
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - extension.length))) {
    if (stem.length + segment.length + extension.length > longest) break;
    stem += segment;
  }
  return stem + extension;
}
