import { createWriteStream } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Finding } from "@/core/findings/finding";
import type { DialectOverrides } from "@/core/pipeline/read-dialect";
import { faultyRows } from "@/core/report/faulty-rows";
import { readTable, type Table } from "@/core/report/read-table";
import { safeSoundRows, soundRows } from "@/core/report/sound-rows";
import type { Ruleset } from "@/core/schema/ruleset";
import type { KeptFinding, ValidationSummary } from "@/core/validate-file";
import { CommandError } from "../command-error";
import type { Lang } from "../settings";
import { formatNumber, textsOf } from "../texts";
import type { LocalFile } from "./with-file";

export interface RowsOptions {
  /** Where the faulty rows and the sound ones go. */
  faultyRows?: string | undefined;
  soundRows?: string | undefined;
  /** Whether cells that a spreadsheet would run are made text; unless said, in the faulty rows alone. */
  safe?: boolean | undefined;
  read: DialectOverrides;
  lang: Lang;
}

/** Throws CommandError when what is written would overwrite what is read, or itself. */
export async function mustBeApart(path: string, { faultyRows: faulty, soundRows: sound }: RowsOptions) {
  const targets = [faulty, sound].flatMap((target) => (target === undefined ? [] : [target]));
  const places = await Promise.all([path, ...targets].map(placeOf));
  const twice = places.findIndex((place, i) => places.indexOf(place) !== i);
  const target = targets[twice - 1];
  if (target !== undefined) throw new CommandError({ kind: "same-file", path: target });
}

/** Writes the faulty rows and the sound ones, each where it was asked for, and says on standard error how many. */
export async function writeRows(
  file: LocalFile,
  result: { ruleset: Ruleset | null; summary: ValidationSummary; kept: readonly KeptFinding[] },
  options: RowsOptions,
): Promise<void> {
  const { lang, safe, faultyRows: faulty, soundRows: sound } = options;
  const { summary, ruleset } = result;
  const { rowsOfCodes } = summary;
  const texts = textsOf(lang);
  const source = { path: file.path, overrides: options.read, ruleset, signal: file.signal };
  if (faulty !== undefined) {
    const byRow = groupByRow(result.kept);
    const look = { locale: lang, safe: safe ?? true, ruleTitles: summary.report.ruleTitles ?? {} };
    const count = await write(source, faulty, (table) =>
      faultyRows(table, { rowsOfCodes, findingsOf: () => byRow, look }),
    );
    console.error(`facnet: ${texts.faultyWritten(formatNumber(count, lang), faulty)}`);
  }
  if (sound !== undefined) {
    const count = await write<string | Buffer>(source, sound, (table) =>
      safe ? safeSoundRows(table, rowsOfCodes) : soundRows(table, rowsOfCodes),
    );
    console.error(`facnet: ${texts.soundWritten(formatNumber(count, lang), sound)}`);
  }
  if (summary.report.notRun.some(({ check }) => check === "rows-after-truncation"))
    console.error(`facnet: ${texts.restLeftOut}`);
}

async function write<Piece>(
  source: Parameters<typeof readTable>[0],
  target: string,
  rowsOf: (table: Table) => AsyncGenerator<Piece, number>,
): Promise<number> {
  const table = await readTable(source);
  let count = 0;
  async function* pieces(): AsyncGenerator<Piece, void> {
    if (table) count = yield* rowsOf(table);
  }
  try {
    const out = createWriteStream(target);
    await pipeline(Readable.from(pieces()), out, { signal: source.signal });
    return count;
  } catch (cause) {
    source.signal?.throwIfAborted();
    throw new CommandError({ kind: "not-written", path: target }, { cause });
  } finally {
    await table?.close();
  }
}

function groupByRow(kept: readonly KeptFinding[]): Map<number, Finding[]> {
  const byRow = new Map<number, Finding[]>();
  for (const { finding } of kept) {
    if (finding.row === null) continue;
    const ofRow = byRow.get(finding.row);
    if (ofRow) ofRow.push(finding);
    else byRow.set(finding.row, [finding]);
  }
  return byRow;
}

/** A file that is not there yet has no real path. */
function placeOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
