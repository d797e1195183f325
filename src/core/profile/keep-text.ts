const longest = 100;

/** A cell as a profile remembers it: cut, and by way of bytes, since a slice would hold on to the whole cell. */
export function keepText(text: string): string {
  if (text.length <= longest) return text;
  return `${Buffer.from(text.slice(0, longest), "utf16le").toString("utf16le")}…`;
}
