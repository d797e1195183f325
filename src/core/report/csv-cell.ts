import { isFormula } from "../schema/formula-check";

/** What a spreadsheet takes for the start of a formula, also in full width, and after white space that it drops. */
const formula = /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;
const special = /[",;\t\r\n|]|^\s|\s$/;

/** One cell that a spreadsheet shows as text: what it would run as a formula gets an apostrophe in front. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell of the file's own as a spreadsheet shows it as text; a signed number, which is no formula, stays as it is. */
export function safeCell(cell: string): string {
  const isNumber = (cell.startsWith("-") || cell.startsWith("+")) && !isFormula(cell);
  return formula.test(cell) && !isNumber ? `'${cell}` : cell;
}
