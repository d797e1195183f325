import { daysOfMonth } from "./calendar";

const shape = /^[A-Z]{4}\d{6}[0-9A-Z]\d$/;
const weights = [1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1];
const centuries = ["19", "20"] as const;

type Century = (typeof centuries)[number];

/** EBCDIC code of a capital letter or a digit. */
function ebcdic(char: string): number {
  const code = char.charCodeAt(0);
  if (code <= 57) return 0xf0 + code - 48;
  const letter = code - 65;
  if (letter < 9) return 0xc1 + letter;
  return letter < 18 ? 0xd1 + letter - 9 : 0xe2 + letter - 18;
}

/** Month and sex share two digits: 50 is added for women. */
function readMonth(text: string): { month: number; sex: "F" | "M" } {
  const digits = Number(text.slice(6, 8));
  return digits > 50 ? { month: digits - 50, sex: "F" } : { month: digits, sex: "M" };
}

function bornOnRealDay(text: string, century: Century): boolean {
  const { month } = readMonth(text);
  const day = Number(text.slice(8, 10));
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(Number(century + text.slice(4, 6)), month)
  );
}

/**
 * The check digit for the first eleven characters of a Quebec health-insurance number and a century of birth: the EBCDIC
 * values of letters, YYYY, sex, MM, DD and sequence, each by its weight, modulo 10.
 */
export function healthNumberCheckDigit(text: string, century: Century): number {
  const { month, sex } = readMonth(text);
  const born = century + text.slice(4, 6) + sex + String(month).padStart(2, "0") + text.slice(8, 10);
  const line = text.slice(0, 4) + born + text.charAt(10);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += ebcdic(line.charAt(i)) * (weights[i] ?? 0);
  return sum % 10;
}

/** What is wrong with a Quebec health-insurance number. The number does not tell the century, so either may fit. */
export function healthNumberProblem(text: string): "format" | "check-digit" | null {
  if (!shape.test(text)) return "format";
  const possible = centuries.filter((century) => bornOnRealDay(text, century));
  if (possible.length === 0) return "format";
  const digit = text.charCodeAt(11) - 48;
  return possible.some((century) => healthNumberCheckDigit(text, century) === digit) ? null : "check-digit";
}
