import { detectHeader, isDataLike } from "./detect-header";

export const mostTitles = 20;

/**
 * How many records stand above the header, such as a report's title, a date and a blank line. Sure only when the rows
 * above are blank or nearly so, the header is as wide as the data, and it is known, set apart or unlike what is below.
 */
export function detectTitles(
  records: readonly string[][],
  { width, labels }: { width: number; labels: ReadonlySet<string> },
): number {
  if (width < 2) return 0;
  const at = records.findIndex((record) => !isTitle(record, width));
  if (at < 1 || at > mostTitles) return 0;
  const header = records[at] ?? [];
  const data = records.slice(at + 1).filter((record) => record.length === width && !isBlank(record));
  if (header.length !== width || data.length === 0) return 0;
  if (records.slice(0, at).every(isBlank)) return at;
  const known = header.filter((label) => labels.has(label.trim().toLowerCase())).length;
  if (known * 2 > width) return at;
  if (filled(header) * 2 <= width || !detectHeader([header], labels)) return 0;
  const isApart = isBlank(records[at - 1] ?? []);
  return isApart || contrasts(header, data) ? at : 0;
}

/** Blank, or one cell with content (two in a wide table) and none in the last column. */
function isTitle(record: readonly string[], width: number): boolean {
  const last = record.findLastIndex((cell) => cell.trim() !== "");
  return last < width - 1 && filled(record) <= (width > 3 ? 2 : 1);
}

/** True when a column holds numbers or dates under a name that is neither. */
function contrasts(header: readonly string[], data: readonly string[][]): boolean {
  return header.some(
    (label, i) =>
      label.trim() !== "" && !isDataLike(label) && data.every((record) => isDataLike(record[i] ?? "")),
  );
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === "");
}

function filled(record: readonly string[]): number {
  return record.filter((cell) => cell.trim() !== "").length;
}
