/** A label without accents, case, and outer or repeated white space, so that spellings of one name meet. */
export function fold(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u00A0]+/g, " ")
    .trim();
}

/** True for a label with replacement characters, or with UTF-8 that was read as windows-1252. */
export function isDamaged(label: string): boolean {
  return label.includes("\uFFFD") || /[ÂÃ][\u0080-¿ŒœŠšŽžŸƒˆ˜–—‘-„†‡•…‰‹›€™]/u.test(label);
}
