const longest = 200;

/** A cell's text as a finding carries it: cut to 200 characters. */
export function quoteValue(cell: string): string {
  return cell.length > longest ? `${cell.slice(0, longest)}…` : cell;
}

/** Texts to type instead are shown whole or not at all. */
export function isShort(text: string): boolean {
  return text.length <= longest;
}
