import { stat } from "node:fs/promises";
import { readRecords } from "../csv/read-records";
import { scanFile } from "../csv/scan-file";
import { readDialect } from "../pipeline/read-dialect";
import { matchHeader } from "../schema/match-header";
import type { ReferenceTable } from "../schema/reference-table";
import type { Ruleset } from "../schema/ruleset";

/** A reference table in memory: rulesets limit how large it may be. */
export interface LoadedTable {
  table: ReferenceTable;
  /** Each row's cells in the order of the schema's fields; undefined where the row has none. */
  rows: (string | undefined)[][];
}

export const mostReferenceRows = 100_000;
export const mostReferenceBytes = 8 << 20;

/** The table was larger than tables may be. */
export class ReferenceTooLarge extends Error {
  constructor(readonly table: string) {
    super(
      `the reference table ${table} is larger than ${mostReferenceRows} rows or ${mostReferenceBytes} bytes`,
    );
    this.name = "ReferenceTooLarge";
  }
}

/** The table's own description as a ruleset, by which its file can be validated. */
export function rulesetOfTable({ name, schema }: ReferenceTable): Ruleset {
  return { id: "reference", title: name, schema };
}

/** Reads a reference table's CSV file. Throws ReferenceTooLarge, and what reading the disk throws. */
export async function loadTable(table: ReferenceTable, path: string): Promise<LoadedTable> {
  if ((await stat(path)).size > mostReferenceBytes) throw new ReferenceTooLarge(table.name);
  const ruleset = rulesetOfTable(table);
  const scan = await scanFile({ path, quote: '"'.charCodeAt(0) });
  const { dialect, titles } = readDialect(scan, { settings: {}, ruleset });
  const rows: LoadedTable["rows"] = [];
  let order: number[] | null = null;
  let passed = 0;
  for await (const { records } of readRecords({ path, dialect })) {
    for (const { cells } of records) {
      if (passed++ < titles.count || cells === null || cells.every((cell) => cell.trim() === "")) continue;
      if (order === null) {
        const { columns } = matchHeader([...cells], ruleset);
        order = table.schema.fields.map((_, at) => columns.indexOf(at));
        continue;
      }
      if (rows.length >= mostReferenceRows) throw new ReferenceTooLarge(table.name);
      rows.push(order.map((at) => cells[at]));
    }
  }
  return { table, rows };
}

/** Loads the tables of a ruleset that are at hand, by their names; `paths` has them by the ruleset's `path`. */
export async function loadTables(
  ruleset: Ruleset | null,
  paths: Readonly<Record<string, string>> = {},
): Promise<Map<string, LoadedTable>> {
  const tables = new Map<string, LoadedTable>();
  for (const table of ruleset?.references ?? []) {
    const path = Object.hasOwn(paths, table.path) ? paths[table.path] : undefined;
    if (path !== undefined) tables.set(table.name, await loadTable(table, path));
  }
  return tables;
}
