import type { TypeReader, Value } from "./cell-fault";
import { compileDate } from "./compile-date";
import type { Field } from "./field";

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** A bound such as `minimum`: plain or ISO as in any ruleset, or written as in the file; null when neither. */
export function readLimit(limit: string | number, field: Field, type: TypeReader): Value | null {
  const kind = field.type;
  if (kind === "integer" || kind === "number") {
    if (typeof limit === "number") return limit;
    return plainNumber.test(limit) ? Number(limit) : type.read(limit);
  }
  if (kind === "year" && typeof limit === "number") return Number.isInteger(limit) ? limit : null;
  const text = String(limit);
  if (kind === "date" || kind === "time" || kind === "datetime")
    return compileDate(kind, "default").read(text) ?? type.read(text);
  return type.read(text);
}

/** An entry of `enum` in the form that cells are compared in; null when no cell could ever be it. */
export function readEntry(entry: unknown, field: Field, type: TypeReader): Value | null {
  if (typeof entry === "boolean" && field.type === "boolean") return entry;
  const text = typeof entry === "object" ? writeEntry(entry, field) : String(entry);
  const value =
    typeof entry === "number" || typeof entry === "string" ? readLimit(entry, field, type) : type.read(text);
  return value === null || type.identity === undefined ? value : type.identity(text);
}

function writeEntry(entry: object | null, { type, delimiter = "," }: Field): string {
  return type === "list" && Array.isArray(entry) ? entry.map(String).join(delimiter) : JSON.stringify(entry);
}
