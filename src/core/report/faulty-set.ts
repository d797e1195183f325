import { hasRow } from "../pipeline/row-set";
import type { RowsOfCode } from "../pipeline/tally";
import type { TableRecord } from "./read-table";

/** Tells which records are faulty: those that could not be read, and the rows with a finding of severity error. */
export function makeFaultyTest(rowsOfCodes: readonly RowsOfCode[]) {
  const errors = rowsOfCodes.filter(({ severity }) => severity === "error");
  return ({ kind, row }: Pick<TableRecord, "kind" | "row">): boolean =>
    kind === "refused" || (kind === "row" && errors.some(({ rows }) => hasRow(rows, row)));
}
