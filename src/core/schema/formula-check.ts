import type { CellCheck } from "./cell-fault";
import { quoteValue } from "./quote-value";

const number = /^[+-](?:\d[\d .,\u00A0\u202F]*|[.,]\d+)(?:[eE][+-]?\d+)?[ \u00A0\u202F]?[%$€£]?$/;
const onlySigns = /^[-+=@\s]*$/;

/**
 * True for a cell that a spreadsheet would run: it begins with = + - @ (also in full width), a tab or a carriage return,
 * and is no plain signed number and no row of dashes. See OWASP, "CSV injection".
 */
export function isFormula(cell: string): boolean {
  switch (cell.charCodeAt(0)) {
    case 43:
    case 45:
      return !(cell.length <= 40 && number.test(cell)) && !onlySigns.test(cell);
    case 61:
    case 64:
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return !onlySigns.test(cell);
    case 9:
    case 13:
      return cell.length > 1;
    default:
      return false;
  }
}

/** Puts the check for formulas before a column's own, which is null when every cell of the column is sound. */
export function withFormulaCheck(check: CellCheck | null): CellCheck {
  return (cell) => {
    if (isFormula(cell)) return { code: "formula-injection", params: { value: quoteValue(cell) } };
    return check === null ? null : check(cell);
  };
}
