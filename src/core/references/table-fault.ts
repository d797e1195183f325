import type { Finding } from "../findings/finding";
import { mostReferenceRows } from "./load-table";

/** Why a reference table cannot be used: the code of a finding, or a code of its own. Never a cell value. */
export interface TableFault {
  /** The table's path, as in `codes.csv`. */
  table: string;
  code: string;
  row?: number | undefined;
  column?: string | undefined;
}

const mostFaults = 20;

/** What makes a table unusable: errors among its findings, and more rows than a table may have. */
export function tableFaults(table: string, rows: number, findings: readonly Finding[]): TableFault[] {
  const errors = findings.filter(({ severity }) => severity === "error");
  const faults = errors.slice(0, mostFaults).map(({ code, row, field }): TableFault => {
    return { table, code, row: row ?? undefined, column: field ?? undefined };
  });
  return rows > mostReferenceRows ? [{ table, code: "too-many-rows" }, ...faults] : faults;
}
