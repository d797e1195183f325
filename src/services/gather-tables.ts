import { isDeepStrictEqual } from "node:util";
import { mostReferenceBytes } from "@/core/references/load-table";
import type { TableFault } from "@/core/references/table-fault";
import { mostTablesBytes, mostTablesCells } from "@/core/references/table-limits";
import type { ReferenceTable } from "@/core/schema/reference-table";
import { parseRuleset, type Ruleset } from "@/core/schema/ruleset";
import { findRuleset } from "@/db/find-ruleset";
import { measureReferenceTables } from "@/db/measure-reference-tables";
import { readReferenceTable } from "@/db/read-reference-table";
import { sha256Of, type TableToKeep } from "@/db/save-ruleset";
import { checkTables, type TableContent } from "./check-tables";
import type { Context } from "./context";
import { refuseTables } from "./refuse-tables";

/**
 * The tables of a ruleset that is being saved: those that were sent, and for the others what its latest version has. What is
 * new, or is to fit another schema than before, is read in full. Throws AppError `invalid-input` with the faults.
 */
export async function gatherTables(
  ctx: Context,
  ruleset: Ruleset,
  sent: Readonly<Record<string, string>>,
): Promise<Record<string, TableToKeep>> {
  const { references = [] } = ruleset;
  const { ownerId } = ctx.actor;
  const latest = references.length > 0 ? await findRuleset({ ownerId, id: ruleset.id }) : null;
  const before = latest ? (parseRuleset(latest.document).references ?? []) : [];
  const faults: TableFault[] = Object.keys(sent)
    .filter((path) => !references.some((reference) => reference.path === path))
    .map((table) => ({ table, code: "unnamed-table" }));
  const tables: Record<string, TableToKeep> = {};
  const toCheck: TableContent[] = [];
  for (const reference of references) {
    const { path } = reference;
    const content = contentOf(sent, path);
    if (content) {
      const sha256 = sha256Of(content);
      tables[path] = { sha256, content: { bytes: content, rows: 0 } };
      if (content.length > mostReferenceBytes) faults.push({ table: path, code: "file-too-large" });
      else if (latest?.tables[path] !== sha256 || !isAsBefore(reference, before))
        toCheck.push({ reference, content });
      continue;
    }
    const sha256 = latest?.tables[path];
    const kept = sha256 === undefined ? null : await readReferenceTable({ ownerId, sha256 });
    if (sha256 === undefined || !kept) {
      faults.push({ table: path, code: "no-table" });
      continue;
    }
    tables[path] = { sha256 };
    if (!isAsBefore(reference, before)) toCheck.push({ reference, content: kept });
  }
  const checked = await checkTables(toCheck, ctx);
  faults.push(...checked.faults);
  faults.push(...(await togetherFaults(ctx, references, tables, checked.rows)));
  if (faults.length > 0) throw refuseTables(faults);
  for (const [path, { content }] of Object.entries(tables))
    if (content) content.rows = checked.rows.get(path) ?? 0;
  return tables;
}

/** They are in memory all at once while a file is validated. */
async function togetherFaults(
  ctx: Context,
  references: readonly ReferenceTable[],
  tables: Readonly<Record<string, TableToKeep>>,
  rows: ReadonlyMap<string, number>,
): Promise<TableFault[]> {
  const sha256s = Object.values(tables).map(({ sha256 }) => sha256);
  const kept = await measureReferenceTables({ ownerId: ctx.actor.ownerId, sha256s });
  let bytes = 0;
  let cells = 0;
  for (const { path, schema } of references) {
    const table = tables[path];
    const size = table && kept.get(table.sha256);
    bytes += table?.content?.bytes.length ?? size?.bytes ?? 0;
    cells += (rows.get(path) ?? size?.rows ?? 0) * schema.fields.length;
    if (bytes > mostTablesBytes || cells > mostTablesCells)
      return [{ table: path, code: "tables-too-large" }];
  }
  return [];
}

function contentOf(sent: Readonly<Record<string, string>>, path: string): Uint8Array | null {
  const text = Object.hasOwn(sent, path) ? sent[path] : undefined;
  return text === undefined ? null : Buffer.from(text.replace(/^\uFEFF/, ""));
}

/** Only what a table's rows must fit: its name and its key may change without a new look. */
function isAsBefore({ path, schema }: ReferenceTable, before: readonly ReferenceTable[]): boolean {
  return before.some((other) => other.path === path && isDeepStrictEqual(other.schema, schema));
}
