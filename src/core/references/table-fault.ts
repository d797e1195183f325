import type { Finding } from "../findings/finding";
import type { ReferenceTable } from "../schema/reference-table";
import type { Ruleset } from "../schema/ruleset";
import { mostTableRows } from "./table-limits";

/** Why a reference table cannot be used: the code of a finding, or a code of its own. Never a cell value. */
export interface TableFault {
  /** The table's path, as in `codes.csv`. */
  table: string;
  code: string;
  row?: number | undefined;
  column?: string | undefined;
}

const mostFaults = 20;

/** The ruleset that a reference table's own file must fit. */
export function tableRuleset({ name, schema }: ReferenceTable): Ruleset {
  return { id: "reference-table", title: name, schema };
}

/** What makes a table unusable: errors among its findings, and more rows than a table may have. */
export function tableFaults(table: string, rows: number, findings: readonly Finding[]): TableFault[] {
  const errors = findings.filter(({ severity }) => severity === "error");
  const faults = errors.slice(0, mostFaults).map(({ code, row, field }): TableFault => {
    return { table, code, row: row ?? undefined, column: field ?? undefined };
  });
  return rows > mostTableRows ? [{ table, code: "too-many-rows" }, ...faults] : faults;
}
