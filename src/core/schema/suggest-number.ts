const longest = 40;
const dressing = /[\s\u00A0\u2009\u202F$€£'’]/g;
/** One sign before three digits: thousands in one country, thousandths in another. */
const isAmbiguous = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const isGrouped = /^[+-]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

export interface NumberHint {
  /** What to type instead. */
  suggestion?: string;
  /** True when the cell is a number as another country writes it. */
  isForeign: boolean;
  /** The numbers that the cell could be, when it would be a guess to say which. */
  readings?: string[];
}

/** What a cell that is no number of the field was perhaps meant to be; null when there is nothing to say. */
export function hintAtNumber(
  cell: string,
  decimalChar: string,
  type: "integer" | "number",
  reads: (text: string) => boolean,
): NumberHint | null {
  if (cell.length > longest) return null;
  const bare = cell.replace(dressing, "").replaceAll("−", "-");
  if (reads(bare)) return bare === cell ? null : { suggestion: bare, isForeign: false };
  if (isAmbiguous.test(bare)) {
    const whole = bare.replace(/[.,]/, "");
    const fraction = bare.replace(/[.,]/, type === "integer" ? "." : decimalChar);
    return { isForeign: true, readings: [whole, fraction] };
  }
  const suggestion = rewrite(bare, decimalChar, type);
  if (suggestion === null || suggestion === cell || !reads(suggestion)) return null;
  const isWholeWithZeros = type === "integer" && !isGrouped.test(bare);
  return { suggestion, isForeign: !isWholeWithZeros };
}

function rewrite(text: string, decimalChar: string, type: "integer" | "number"): string | null {
  if (isGrouped.test(text)) return text.replace(/[.,]/g, "");
  const at = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (at < 0) return null;
  const whole = text.slice(0, at);
  const decimals = text.slice(at + 1);
  if (/[.,]/.test(whole) && (!isGrouped.test(whole) || whole.includes(text.charAt(at)))) return null;
  const joined = whole.replace(/[.,]/g, "");
  if (type === "integer") return /^0+$/.test(decimals) ? joined : null;
  return joined + decimalChar + decimals;
}
