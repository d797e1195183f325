import { randomUUID } from "node:crypto";
import { faultyRows } from "@/core/report/faulty-rows";
import { readTable, type Table } from "@/core/report/read-table";
import { safeSoundRows, soundRows } from "@/core/report/sound-rows";
import { parseRuleset } from "@/core/schema/ruleset";
import type { RowsOfCode } from "@/core/validate-file";
import { findRunSource, type RunSource } from "@/db/find-run-source";
import { listKeptRows } from "@/db/kept-rows";
import { listFindingsOfRows } from "@/db/list-findings-of-rows";
import { listRowSets } from "@/db/row-sets";
import { AppError } from "@/errors";
import { log } from "@/log";
import { openScratch } from "@/storage/scratch";
import type { Call, Context } from "./context";
import { exportKeptRows } from "./export-kept-rows";
import { findOwnRun } from "./find-own-run";
import type { ExportRowsInput } from "./inputs";
import { shelf } from "./shelf";

export interface ExportedRows {
  parts: AsyncGenerator<string | Buffer, unknown>;
  /** The encoding of the parts. */
  charset: string;
  /** Rows that are in the parts, and rows that there are of that kind: the same unless the file is gone. */
  count: number;
  total: number;
}

/**
 * The faulty rows of a completed run with what is wrong with each, or its sound rows, as CSV in pieces. Both are read from
 * the file while it is kept; later only the faulty rows with kept findings can be had. Throws AppError `not-found`,
 * `conflict` when the run has no rows to give, and `file-gone` for the sound rows of a file that is no longer kept.
 */
export async function exportRows({ ctx, input }: Call<ExportRowsInput>): Promise<ExportedRows> {
  const { runId, part, lang } = input;
  const { ownerId } = ctx.actor;
  const run = await findOwnRun(ctx, runId);
  const { report } = run;
  if (run.status !== "completed" || !report)
    throw new AppError("conflict", "The run has no rows to give: it is not completed.");
  const [source, rowsOfCodes] = await Promise.all([
    findRunSource({ ownerId, runId }),
    listRowSets({ ownerId, runId }),
  ]);
  const isExact = run.errorRows === 0 || rowsOfCodes.some(({ severity }) => severity === "error");
  const total = { faulty: run.errorRows + report.rowsRefused, sound: run.rows - run.errorRows }[part];
  const look = { locale: lang, safe: input.safe ?? true, ruleTitles: report.ruleTitles ?? {} };
  if (!source || !isExact || !(await isKept(source))) {
    if (part === "sound")
      throw new AppError(
        "file-gone",
        "The file is no longer kept, so its sound rows cannot be told apart. Upload it again with hours to keep it.",
      );
    const options = { ownerId, runId, report, rowsOfCodes, look: { ...look, delimiter: report.delimiter } };
    return { ...(await exportKeptRows(options)), charset: "utf-8", total };
  }
  const table = await tableOf(source, ctx);
  const kept = part === "faulty" ? new Set(await listKeptRows({ ownerId, runId })) : new Set();
  // Past the cap most rows have none, and need not be asked for.
  const findingsOf = (rows: readonly number[]) =>
    listFindingsOfRows({ ownerId, runId, rows: rows.filter((row) => kept.has(row)) });
  const parts =
    part === "faulty"
      ? faultyRows(table, { rowsOfCodes, findingsOf, look })
      : soundParts(table, rowsOfCodes, input.safe ?? false);
  const isBytes = part === "sound" && !input.safe;
  return {
    parts: closing(table, { runId, parts, total }),
    charset: isBytes ? report.encoding.replace(/-bom$/, "") : "utf-8",
    count: total,
    total,
  };
}

async function isKept({ file }: RunSource): Promise<boolean> {
  return file.removedAt === null && (await shelf().exists(file.storageKey));
}

/** The file as a table; where it is no file of this machine, a copy of it that goes when the table is closed. */
async function tableOf({ file, options, ruleset }: RunSource, { signal }: Context): Promise<Table> {
  const scratch = await openScratch(`export-${randomUUID()}`);
  try {
    const { storageKey: key, bytes, sha256 } = file;
    const table = await readTable({
      path: await shelf().place({ key, bytes, sha256 }, { into: scratch.dir, signal }),
      overrides: options,
      ruleset: ruleset === null ? null : parseRuleset(ruleset),
      signal,
    });
    if (!table) throw new AppError("conflict", "The run has no rows to give: its file is no table.");
    return { ...table, close: () => table.close().finally(scratch.close) };
  } catch (error) {
    await scratch.close();
    throw error;
  }
}

function soundParts(table: Table, rowsOfCodes: readonly RowsOfCode[], safe: boolean) {
  return safe ? safeSoundRows(table, rowsOfCodes) : soundRows(table, rowsOfCodes);
}

/** Breaks off, after the last part, an answer that has not the rows that the run counted: it must not look whole. */
async function* closing(
  table: Table,
  { runId, parts, total }: { runId: string; parts: AsyncGenerator<string | Buffer, number>; total: number },
): AsyncGenerator<string | Buffer, void> {
  try {
    const count = yield* parts;
    if (count === total) return;
    log.error({ runId, count, total }, "the rows read again are not those of the run");
    throw new Error("the rows read again are not those of the run");
  } finally {
    await table.close();
  }
}
