const longest = 40;
const dressing = /[\s\u00A0\u2009\u202F$€£]/g;
/** One sign before three digits: thousands in one country, thousandths in another. */
const isAmbiguous = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const isGrouped = /^[+-]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

/** What to type instead of a number written the way of another country; null when that would be a guess. */
export function suggestNumber(
  cell: string,
  decimalChar: string,
  type: "integer" | "number",
  reads: (text: string) => boolean,
): string | null {
  if (cell.length > longest) return null;
  const bare = cell.replace(dressing, "").replaceAll("−", "-");
  const candidate = reads(bare) ? bare : rewrite(bare, decimalChar, type);
  return candidate !== null && candidate !== cell && reads(candidate) ? candidate : null;
}

function rewrite(text: string, decimalChar: string, type: "integer" | "number"): string | null {
  if (isAmbiguous.test(text)) return null;
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
