import type { TypeReader, Value } from "./cell-fault";
import { compileDate } from "./compile-date";
import type { Field } from "./field";

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/** A `minimum` or `maximum`: plain or ISO as in any ruleset, or written as in the file; null when neither. */
export function readLimit(limit: string | number, field: Field, type: TypeReader): Value | null {
  const kind = field.type;
  if (kind === "integer" || kind === "number") {
    if (typeof limit === "number") return limit;
    return plainNumber.test(limit) ? Number(limit) : type.read(limit);
  }
  const text = String(limit);
  if (kind === "date" || kind === "time" || kind === "datetime")
    return compileDate(kind, "default").read(text) ?? type.read(text);
  return type.read(text);
}

/** An entry of `enum` as a value of the field; null when no cell could ever be it. */
export function readEntry(entry: Value, field: Field, type: TypeReader): Value | null {
  if (typeof entry === "boolean") return field.type === "boolean" ? entry : type.read(String(entry));
  return readLimit(entry, field, type);
}
