/** What is wrong with a number that ends in a check digit; null when nothing is. */
export type NumberProblem = "format" | "check-digit" | null;

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Sum of the digits, every second from the right doubled and its digits added (ISO/IEC 7812-1, annex B). */
function luhnSum(text: string): number {
  let sum = 0;
  for (let i = text.length - 1, isSecond = false; i >= 0; i--, isSecond = !isSecond) {
    const digit = text.charCodeAt(i) - 48;
    sum += isSecond ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum;
}

/** Digits whose last is a Luhn check digit (ISO/IEC 7812-1), as on payment cards; 2 to 30 of them. */
export function luhnProblem(text: string): NumberProblem {
  if (text.length < 2 || text.length > 30 || !isDigits(text)) return "format";
  return luhnSum(text) % 10 === 0 ? null : "check-digit";
}

/** SIREN, which INSEE gives to a French enterprise: nine digits, the last by Luhn (ISO/IEC 7812-1). */
export function sirenProblem(text: string): NumberProblem {
  return text.length === 9 ? luhnProblem(text) : "format";
}

const laPoste = "356000000";

/**
 * SIRET, which INSEE gives to a French establishment: a SIREN and five digits, the last of all by Luhn. Establishments of
 * La Poste are INSEE's one exception: the sum of their digits is a multiple of five.
 */
export function siretProblem(text: string): NumberProblem {
  if (text.length !== 14) return "format";
  const problem = luhnProblem(text);
  if (problem !== "check-digit") return problem;
  if (!text.startsWith(laPoste)) return sirenProblem(text.slice(0, 9)) ?? problem;
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i) - 48;
  return sum % 5 === 0 ? null : problem;
}

/** GTIN-8, GTIN-13 (the EAN on goods) or GTIN-14: the last digit by weights 3 and 1 (GS1 General Specifications, 7.9). */
export function eanProblem(text: string): NumberProblem {
  const { length } = text;
  if ((length !== 8 && length !== 13 && length !== 14) || !isDigits(text)) return "format";
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (text.charCodeAt(i) - 48) * ((length - i) % 2 === 0 ? 3 : 1);
  return sum % 10 === 0 ? null : "check-digit";
}
