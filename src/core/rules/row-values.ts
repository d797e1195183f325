import { Duration } from "@marcbachmann/cel-js/evaluator";
import { dayNumber } from "../schema/calendar";
import { compileType } from "../schema/compile-type";
import type { Field, MissingValues } from "../schema/field";
import { missingTokens } from "../schema/missing-tokens";
import { longestText } from "./weigh-expression";

/** A cell's value for expressions; undefined when the cell is missing, null when it is not of the field's type. */
export type ValueReader = (cell: string | undefined) => unknown;

/** Readers of dates count from another day than JavaScript. */
const epoch = dayNumber(1970, 1, 1) * 86_400;
const minInt = -(2n ** 63n);
const maxInt = 2n ** 63n - 1n;

/** Compiles the reading of a field's cells as CEL values. */
export function valueReader(field: Field, missingValues: MissingValues | undefined): ValueReader {
  const missing = new Set(missingTokens(field.missingValues ?? missingValues));
  const longestMissing = Math.max(-1, ...[...missing].map((token) => token.length));
  const convert = rememberLately(converter(field), field);
  return (cell) => {
    if (cell === undefined || (cell.length <= longestMissing && missing.has(cell))) return undefined;
    return cell.length > longestText ? null : convert(cell);
  };
}

const mostRemembered = 1024;
const trial = 8192;

/** Spares values that are costly to make the making of those that were made lately; gives up on a column whose cells hardly repeat. */
function rememberLately(convert: (cell: string) => unknown, { type = "string" }: Field) {
  if (type === "string" || type === "any") return convert;
  const known = new Map<string, unknown>();
  let misses = 0;
  let looks = 0;
  let isOn = true;
  return (cell: string): unknown => {
    if (!isOn) return convert(cell);
    looks++;
    const value = known.get(cell);
    if (value !== undefined) return value;
    misses++;
    if (looks >= trial) {
      if (misses > looks / 2) isOn = false;
      looks = 0;
      misses = 0;
    }
    const made = convert(cell);
    if (known.size >= mostRemembered) known.clear();
    known.set(cell, made);
    return made;
  };
}

function converter(field: Field): (cell: string) => unknown {
  const { read } = compileType(field);
  switch (field.type) {
    case "integer":
    case "year":
      return (cell) => {
        const value = read(cell);
        return typeof value === "number" ? wholeNumber(value, cell) : null;
      };
    case "date":
    case "datetime":
      return (cell) => {
        const seconds = read(cell);
        return typeof seconds === "number" ? new Date((seconds - epoch) * 1000) : null;
      };
    case "time":
      return (cell) => {
        const seconds = read(cell);
        return typeof seconds === "number" ? new Duration(Math.trunc(seconds) % 86_400) : null;
      };
    case "number":
    case "boolean":
      return read;
    case "list":
      return listConverter(field);
    default:
      if (isAnyText(field)) return (cell) => cell;
      return (cell) => (read(cell) === null ? null : cell);
  }
}

function isAnyText({ type = "string", format = "default" }: Field): boolean {
  return (type === "string" || type === "any") && format === "default";
}

function listConverter({ name, delimiter = ",", itemType = "string" }: Field): (cell: string) => unknown {
  const convert = converter({ name, type: itemType });
  return (cell) => {
    const items = cell === "" ? [] : cell.split(delimiter).map(convert);
    return items.includes(null) ? null : items;
  };
}

/** Past 2^53 the digits themselves are read: the number has already lost its last ones. */
function wholeNumber(value: number, cell: string): bigint | null {
  if (Number.isSafeInteger(value)) return BigInt(value);
  const digits = BigInt(cell.replace(/\D/g, "") || "0");
  const whole = cell.includes("-") ? -digits : digits;
  return whole >= minInt && whole <= maxInt ? whole : null;
}
