import type { CellCheck, CellFault } from "./cell-fault";
import { compileConstraints } from "./compile-constraints";
import { compileType } from "./compile-type";
import type { Field, MissingValues } from "./field";
import { missingTokens } from "./missing-tokens";
import { isShort, quoteValue } from "./quote-value";
import { rememberSound } from "./remember-sound";

export type { CellCheck };

/** Compiles a field's type and constraints into one check. The first fault of a cell is the one reported. */
export function compileField(field: Field, missingValues: MissingValues | undefined): CellCheck {
  const tokens = missingTokens(field.missingValues ?? missingValues);
  const missing = new Set(tokens.filter((token) => token !== ""));
  const emptyIsMissing = tokens.includes("");
  const required = field.constraints?.required === true;
  const type = compileType(field);
  const constraints = compileConstraints(field, type);

  const judge = (cell: string): CellFault | null => {
    if (cell === "" ? emptyIsMissing : missing.size > 0 && missing.has(cell))
      return required ? { code: "required", params: cell === "" ? {} : { value: quoteValue(cell) } } : null;
    const value = type.read(cell);
    if (value !== null) return constraints === null ? null : constraints(cell, value);
    const { code, params } = type.explain(cell);
    const trimmed = cell.trim();
    const all = { ...params, value: quoteValue(cell) };
    const isOnlySpace = trimmed !== cell && isShort(trimmed) && type.read(trimmed) !== null;
    return { code, params: isOnlySpace ? { ...all, suggestion: trimmed } : all };
  };
  return isSlow(field) ? rememberSound(judge) : judge;
}

const slowTypes = new Set(["object", "array", "list", "geopoint", "geojson", "duration"]);

/** True when judging a cell costs more than looking it up among the last sound ones. */
function isSlow({ type = "string", format = "default", constraints }: Field): boolean {
  if (slowTypes.has(type) || (type === "string" && format !== "default")) return true;
  return constraints?.pattern !== undefined || format === "any";
}
