const high =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

const control = /[\u0080-\u009f]/;
const controls = /[\u0080-\u009f]/g;

/** Turns text that was decoded as latin-1 into what the same bytes say in windows-1252. */
export function latin1ToWindows1252(text: string): string {
  if (!control.test(text)) return text;
  return text.replace(controls, (char) => high[char.charCodeAt(0) - 0x80] ?? char);
}
