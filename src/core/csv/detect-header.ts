const dataLike =
  /^[+-]?[\d\s.,'\u00a0\u202f]*\d[\d\s.,'\u00a0\u202f]*(?:[eE][+-]?\d+)?\s*[%$\u20ac]?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
const yearLike = /^(?:19|20)\d\d$/;

/** True for a number or a date, as data has them and labels seldom do. */
export function isDataLike(cell: string): boolean {
  return cell.length < 60 && dataLike.test(cell.trim());
}

/** True when the first record names the columns: the default, unless one of its cells is a number or a date as data has. */
export function detectHeader(records: readonly string[][], labels: ReadonlySet<string>): boolean {
  const first = records.find((record) => record.some((cell) => cell.trim() !== "")) ?? [];
  if (first.some((cell) => labels.has(cell.trim().toLowerCase()))) return true;
  return !first.some((cell) => isDataLike(cell) && !yearLike.test(cell.trim()));
}
