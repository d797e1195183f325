import type { CellFault } from "./compile-field";
import { compileDateFormat } from "./date-format";
import { readNumber } from "./number-format";
import { compileStringFormat } from "./string-format";
import type { Field } from "./table-schema";

/** A cell's value in a form that constraints can compare: numbers and dates as numbers, all else as text. */
export type TypedCell = { value: string | number | boolean } | { fault: CellFault };

export type TypeReader = (cell: string) => TypedCell;

const defaultTrue = ["true", "True", "TRUE", "1"];
const defaultFalse = ["false", "False", "FALSE", "0"];

function typeError(expected: string, more: { suggestion?: string } = {}): TypedCell {
  return { fault: { code: "type-error", params: { expected, ...more } } };
}

/** Compiles the reading of a cell as the field's type. */
export function compileType(field: Field): TypeReader {
  const { type = "string", format = "default" } = field;
  switch (type) {
    case "string":
      return compileStringFormat(format);
    case "any":
      return (cell) => ({ value: cell });
    case "integer":
    case "number":
      return (cell) => {
        const value = readNumber(cell, field, type);
        if (value !== null) return { value };
        const suggestion = suggestNumber(cell, field, type);
        return typeError(type, suggestion === null ? {} : { suggestion });
      };
    case "boolean":
      return booleanReader(field);
    case "year":
      return (cell) => (/^-?\d{4}$/.test(cell) ? { value: Number(cell) } : typeError(type));
    case "yearmonth":
      return (cell) => {
        const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(cell);
        return parts ? { value: Number(parts[1]) * 12 + Number(parts[2]) } : typeError(type);
      };
    default:
      return compileDateFormat(type, format);
  }
}

function booleanReader(field: Field): TypeReader {
  const yes = new Set(field.trueValues ?? defaultTrue);
  const no = new Set(field.falseValues ?? defaultFalse);
  return (cell) => {
    if (yes.has(cell)) return { value: true };
    return no.has(cell) ? { value: false } : typeError("boolean");
  };
}

/** What to type instead when only the decimal sign is the wrong one of comma and point. */
function suggestNumber(cell: string, field: Field, type: "integer" | "number"): string | null {
  const right = field.decimalChar ?? ".";
  const wrong = right === "," ? "." : ",";
  if (cell.split(wrong).length !== 2) return null;
  const candidate = cell.replace(wrong, right);
  return readNumber(candidate, field, type) === null ? null : candidate;
}
