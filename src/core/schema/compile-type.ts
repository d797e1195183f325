import type { TypeReader } from "./cell-fault";
import { compileDate } from "./compile-date";
import { compileNumber } from "./compile-number";
import type { Field } from "./field";
import { compileStringFormat } from "./string-format";

const defaultTrue = ["true", "True", "TRUE", "1"];
const defaultFalse = ["false", "False", "FALSE", "0"];

/** Compiles the reading of a cell as the field's type. The field must have no problem of `field-problems.ts`. */
export function compileType(field: Field): TypeReader {
  const { type = "string", format = "default" } = field;
  switch (type) {
    case "string":
      return compileStringFormat(format);
    case "any":
      return compileStringFormat("default");
    case "integer":
    case "number":
      return compileNumber(field, type);
    case "boolean":
      return booleanReader(field);
    case "year":
      return yearReader;
    case "yearmonth":
      return monthReader;
    default:
      return compileDate(type, format);
  }
}

function booleanReader({ trueValues = defaultTrue, falseValues = defaultFalse }: Field): TypeReader {
  const yes = new Set(trueValues);
  const no = new Set(falseValues);
  const known = [...trueValues, ...falseValues];
  return {
    read: (cell) => (yes.has(cell) ? true : no.has(cell) ? false : null),
    explain(cell) {
      const plain = cell.trim().toLowerCase();
      const suggestion = known.find((value) => value.toLowerCase() === plain);
      return {
        code: "type-error",
        params: { expected: "boolean", allowed: known, ...(suggestion !== undefined && { suggestion }) },
      };
    },
  };
}

const year = /^-?\d{4}$/;
const yearReader: TypeReader = {
  read: (cell) => (year.test(cell) ? Number(cell) : null),
  explain: () => ({ code: "type-error", params: { expected: "year" } }),
};

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const monthReader: TypeReader = {
  read: (cell) => (month.test(cell) ? Number(cell.slice(0, 4)) * 12 + Number(cell.slice(5)) : null),
  explain: () => ({ code: "type-error", params: { expected: "yearmonth" } }),
};
