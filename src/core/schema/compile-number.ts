import type { TypeReader } from "./cell-fault";
import type { Field } from "./field";
import { hintAtNumber } from "./suggest-number";

type NumberType = "integer" | "number";

const integer = /^[+-]?\d+$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** In any letter case. */
const special = new Map([
  ["NAN", Number.NaN],
  ["INF", Number.POSITIVE_INFINITY],
  ["-INF", Number.NEGATIVE_INFINITY],
]);
const anySpace = /[ \u00A0\u2009\u202F]/g;
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Compiles the reading of numbers as the field writes them (`decimalChar`, `groupChar`, `bareNumber`). */
export function compileNumber(field: Field, type: NumberType): TypeReader {
  const decimalChar = field.decimalChar ?? ".";
  const point = type === "number" ? decimalChar.charCodeAt(0) : -1;
  const groupCode = field.groupChar?.charCodeAt(0) ?? -1;
  const group = isSpace(groupCode) ? 32 : groupCode;

  const read = (cell: string) => {
    const plain = readPlain(cell, point, group);
    return plain === null ? readOther(cell, field, type) : plain;
  };
  return {
    read,
    explain(cell) {
      const hint = hintAtNumber(cell, decimalChar, type, (text) => read(text) !== null);
      const { suggestion, readings, isForeign = false } = hint ?? {};
      return {
        code: isForeign ? "out-of-locale" : "type-error",
        params: {
          expected: type,
          ...((decimalChar !== "." || isForeign) && type === "number" && { decimalChar }),
          ...(suggestion !== undefined && { suggestion }),
          ...(readings !== undefined && { readings }),
        },
      };
    },
  };
}

/**
 * Digits with a sign, one decimal sign and group signs before each three digits of the whole part; at most 15 digits, so
 * that a division gives the nearest double. Null for any other cell, which may still be a number.
 */
function readPlain(cell: string, point: number, group: number): number | null {
  const { length } = cell;
  const first = cell.charCodeAt(0);
  const start = first === 45 || first === 43 ? 1 : 0;
  if (length - start > 21 || length === start) return null;
  let digits = 0;
  let whole = 0;
  let decimals = -1;
  let groupedAt = -1;
  for (let i = start; i < length; i++) {
    const code = cell.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48;
      digits++;
    } else if (decimals >= 0 || group < 0) {
      if (code !== point || decimals >= 0) return null;
      decimals = digits;
    } else {
      if (groupedAt >= 0 && digits - groupedAt !== 3) return null;
      if (code === point) decimals = digits;
      else if (code !== group && !(group === 32 && isSpace(code))) return null;
      else if (groupedAt < 0 && (digits < 1 || digits > 3)) return null;
      else groupedAt = digits;
    }
  }
  if (digits === 0 || digits > 15) return null;
  if (groupedAt >= 0 && decimals < 0 && digits - groupedAt !== 3) return null;
  const value = decimals < 0 ? whole : whole / (powers[digits - decimals] ?? 1);
  return first === 45 ? -value : value;
}

/** Spaces that part the thousands: the plain one, the no-break one, the thin one and the narrow no-break one. */
function isSpace(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f;
}

function readOther(cell: string, field: Field, type: NumberType): number | null {
  if (type === "number" && cell.length <= 4) {
    const value = special.get(cell.toUpperCase());
    if (value !== undefined) return value;
  }
  const text = normalize(cell, field);
  if (text === null) return null;
  if (type === "integer") return integer.test(text) ? Number(text) : null;
  return decimal.test(text) ? Number(text) : null;
}

function normalize(cell: string, { decimalChar = ".", groupChar, bareNumber = true }: Field): string | null {
  let text = bareNumber ? cell : undress(cell);
  if (groupChar !== undefined) {
    const isSpace = groupChar.trim() === "";
    if (isSpace) text = text.replace(anySpace, " ");
    const joined = joinGroups(text, isSpace ? " " : groupChar, decimalChar);
    if (joined === null) return null;
    text = joined;
  }
  if (decimalChar === ".") return text;
  return text.includes(".") ? null : text.replace(decimalChar, ".");
}

/** Takes off what is no part of a number at either end, such as a currency or a percent sign. */
function undress(cell: string): string {
  let from = 0;
  let to = cell.length;
  while (from < to && !isPart(cell, from, 1)) from++;
  while (to > from && !isPart(cell, to - 1, -1)) to--;
  return signOf(cell.slice(0, from)) + cell.slice(from, to);
}

/** The sign next to the number, or the one that begins the cell, before a currency: -$5. */
function signOf(before: string): string {
  const next = before.trimEnd().at(-1) ?? "";
  const sign = next === "-" || next === "+" ? next : before.charAt(0);
  return sign === "-" || sign === "+" ? sign : "";
}

/** A digit, or a `.` or `,` that has one next to it, to the right (`step` 1) or to the left (-1). */
function isPart(cell: string, at: number, step: 1 | -1): boolean {
  const code = cell.charCodeAt(at);
  return isDigit(code) || ((code === 44 || code === 46) && isDigit(cell.charCodeAt(at + step)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Takes out group signs; null when they stand elsewhere than before each three digits of the whole part. */
function joinGroups(text: string, groupChar: string, decimalChar: string): string | null {
  if (!text.includes(groupChar)) return text;
  const at = text.indexOf(decimalChar);
  const whole = at < 0 ? text : text.slice(0, at);
  const rest = at < 0 ? "" : text.slice(at);
  const [head = "", ...groups] = whole.split(groupChar);
  if (rest.includes(groupChar) || !/^[+-]?\d{1,3}$/.test(head)) return null;
  return groups.every((group) => /^\d{3}$/.test(group)) ? head + groups.join("") + rest : null;
}
