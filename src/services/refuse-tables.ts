import { mostReferenceBytes, mostReferenceRows } from "@/core/references/load-table";
import type { TableFault } from "@/core/references/table-fault";
import { mostTablesBytes, mostTablesCells } from "@/core/references/table-limits";
import { AppError } from "@/errors";

const own: Record<string, (table: string) => string> = {
  "no-table": (table) => `the table ${table} was never sent`,
  "unnamed-table": (table) => `the ruleset names no table ${table}`,
  "too-many-rows": (table) => `${table} has more than ${mostReferenceRows} rows`,
  "tables-too-large": (table) =>
    `with ${table} the tables are larger together than ${mostTablesBytes} bytes or ${mostTablesCells} cells`,
  "file-too-large": (table) => `${table} is larger than ${mostReferenceBytes} bytes`,
};

/** Names table, row, column and code of each fault; never a cell. */
export function refuseTables(faults: TableFault[]): AppError {
  const said = faults.map(({ table, code, row, column }) => {
    const words = own[code]?.(table);
    if (words) return words;
    const place = [table, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(", ");
    return `${place}: ${code}`;
  });
  const fields = [...new Set(faults.map(({ table }) => `tables.${table}`))];
  return new AppError("invalid-input", said.join("; "), { params: { fields, tables: faults } });
}
