import type { Field } from "./table-schema";

const integer = /^[+-]?\d+$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const special: Record<string, number> = { NaN: Number.NaN, INF: Infinity, "-INF": -Infinity };

/** Reads a number as the field writes it; null when it is none. */
export function readNumber(cell: string, field: Field, type: "integer" | "number"): number | null {
  const text = normalize(cell, field);
  if (text === null) return null;
  if (type === "integer") return integer.test(text) ? Number(text) : null;
  if (decimal.test(text)) return Number(text);
  return special[text] ?? null;
}

function normalize(cell: string, { decimalChar = ".", groupChar, bareNumber = true }: Field): string | null {
  let text = cell;
  if (!bareNumber) text = text.replace(/^[^\d+\-.,]+|[^\d.,]+$/gu, "");
  if (groupChar && text.includes(groupChar)) {
    const [whole = "", ...rest] = text.split(decimalChar);
    if (rest.some((part) => part.includes(groupChar))) return null;
    const groups = whole.split(groupChar);
    if (groups.slice(1).some((group) => !/^\d{3}$/.test(group))) return null;
    text = [groups.join(""), ...rest].join(decimalChar);
  }
  if (decimalChar === ".") return text;
  return text.includes(".") ? null : text.replace(decimalChar, ".");
}
