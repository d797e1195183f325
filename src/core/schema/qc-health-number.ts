const shape = /^([A-Z]{4})(\d{2})(\d{2})(\d{2})([0-9A-Z])(\d)$/;
const weights = [1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1];

/** EBCDIC code of a capital letter or a digit. */
function ebcdic(char: string): number {
  const code = char.charCodeAt(0);
  if (code <= 57) return 0xf0 + code - 48;
  const letter = code - 65;
  if (letter < 9) return 0xc1 + letter;
  return letter < 18 ? 0xd1 + letter - 9 : 0xe2 + letter - 18;
}

/** True for four letters, YY, MM (+50 for women), DD, a sequence character and a digit, with a day that can exist. */
export function readsAsHealthNumber(text: string): boolean {
  const parts = shape.exec(text);
  if (!parts) return false;
  const month = Number(parts[3]) % 50;
  const day = Number(parts[4]);
  return Number(parts[3]) <= 62 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/**
 * The check digit for the first eleven characters of a Quebec health-insurance number and a century of birth: the EBCDIC
 * values of letters, YYYY, sex, MM, DD and sequence, weighted, modulo 10 (weights: docs/ADDING-A-CHECK.md).
 */
export function healthNumberCheckDigit(text: string, century: "19" | "20"): number {
  const month = Number(text.slice(6, 8));
  const sex = month > 50 ? "F" : "M";
  const plain = String(month % 50).padStart(2, "0");
  const line = `${text.slice(0, 4)}${century}${text.slice(4, 6)}${sex}${plain}${text.slice(8, 10)}${text.slice(10, 11)}`;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += ebcdic(line.charAt(i)) * (weights[i] ?? 0);
  return sum % 10;
}

/** True when the last digit is the check digit for either century of birth. */
export function isHealthNumberSound(text: string): boolean {
  const digit = Number(text.at(-1));
  return healthNumberCheckDigit(text, "19") === digit || healthNumberCheckDigit(text, "20") === digit;
}
