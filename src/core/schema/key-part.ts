import { compileType } from "./compile-type";
import type { MissingValues } from "./field";
import { missingTokens } from "./missing-tokens";
import type { Field } from "./table-schema";

/**
 * Compiles the reading of a field's cells as part of a key: null for a missing value, else one text for all cells of the
 * same logical value (`1.0` and `1` in a number), and a text that no value has when the cell is not of the type.
 */
export function compileKeyPart(
  field: Field,
  schemaMissing: MissingValues | undefined,
): (cell: string) => string | null {
  const missing = new Set(missingTokens(field.missingValues ?? schemaMissing));
  const { type = "string" } = field;
  const { read, identity } = compileType(field);
  if (type === "string" || type === "any") return (cell) => (missing.has(cell) ? null : cell);
  // A double has 15 digits for sure: longer numbers keep their text.
  const isLong = (cell: string) => (type === "integer" || type === "number") && cell.length > 15;
  const mayBePlain = type === "integer" && ![...missing].some(isPlainNumber);
  return (cell) => {
    if (mayBePlain && isPlainNumber(cell)) return cell;
    if (missing.has(cell)) return null;
    if (isLong(cell)) return cell;
    const value = read(cell);
    if (value === null) return `\u0001${cell}`;
    return identity === undefined ? String(value) : identity(cell);
  };
}

/** A whole number from 1 as it is written everywhere. */
function isPlainNumber(cell: string): boolean {
  const { length } = cell;
  if (length === 0 || length > 15 || cell.charCodeAt(0) === 48) return false;
  for (let i = 0; i < length; i++) {
    const code = cell.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
