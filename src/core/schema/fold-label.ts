const invisible = /[\p{M}\p{Cf}]/gu;

/** A label without accents, case, odd quotes and dashes, and outer or repeated white space, so that spellings meet. */
export function fold(label: string): string {
  return label
    .normalize("NFKD")
    .replace(invisible, "")
    .toLowerCase()
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
