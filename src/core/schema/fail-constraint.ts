import type { CellFault, Value } from "./cell-fault";
import { isShort, quoteValue } from "./quote-value";

export type ConstraintCheck = (cell: string, value: Value) => CellFault | null;

/** A fault of a sound cell, with its value and what to type instead, where that is known. */
export function failConstraint(
  code: string,
  cell: string,
  params: CellFault["params"],
  suggestion?: string | null,
): CellFault {
  const all = { ...params, value: quoteValue(cell) };
  return {
    code,
    params: typeof suggestion === "string" && isShort(suggestion) ? { ...all, suggestion } : all,
  };
}
