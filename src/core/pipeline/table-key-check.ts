import type { LoadedTable } from "../references/load-table";
import { compileKeyPart } from "../schema/key-part";
import { readParts, tellKey } from "./key-parts";
import type { TableKeyPlan } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

/** Makes the check that a row's key is in a reference table; a row in which a value is missing refers to nothing. */
export function tableKeyCheck(
  { from, referenced, table: resource }: TableKeyPlan,
  { table, rows }: LoadedTable,
  tally: Tally,
) {
  const { fields, missingValues } = table.schema;
  const columns = referenced.map((name) => fields.findIndex((field) => field.name === name));
  const reads = columns.flatMap((at) => {
    const field = fields[at];
    return field ? [compileKeyPart(field, missingValues)] : [];
  });
  const known = new Set<string>();
  const parts = from.columns.map(() => "");
  for (const cells of rows) {
    const present = cells.map((cell) => cell ?? "");
    if (readParts({ columns, reads, fields: referenced }, present, parts) < 0)
      known.add(JSON.stringify(parts));
  }
  const place = { code: "foreign-key", column: (from.columns[0] ?? 0) + 1, field: from.fields.join(", ") };

  return (at: RowPlace, cells: readonly string[]): void => {
    if (readParts(from, cells, parts) >= 0 || known.has(JSON.stringify(parts))) return;
    tally.addToRow({ ...place, params: { key: tellKey(from, cells), resource } }, at);
  };
}
