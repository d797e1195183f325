import { readRecords } from "./csv/read-records";
import { scanFile } from "./csv/scan-file";
import { severityOf } from "./findings/codes";
import type { Severity } from "./findings/finding";
import { textsAsParams } from "./findings/rule-message";
import { localDay } from "./local-day";
import { checkStaged } from "./pipeline/check-staged";
import { complainAboutFile } from "./pipeline/complain-about-file";
import { type DialectOverrides, joinSettings, type ReadDialect, readDialect } from "./pipeline/read-dialect";
import { makeRowReader } from "./pipeline/read-rows";
import { type CoreProgress, makeReporter, type Reporter, type Reporting } from "./pipeline/reporter";
import { type FindingTotal, type KeptFinding, makeTally, type RowsOfCode } from "./pipeline/tally";
import type { ColumnProfile } from "./profile/profile";
import { loadTables } from "./references/load-table";
import type { Ruleset } from "./schema/ruleset";

export type { ColumnProfile, CoreProgress, FindingTotal, KeptFinding, RowsOfCode };

export interface ValidateOptions extends Reporting {
  path: string;
  /** Size of the file. */
  bytes: number;
  /** Null: only structure is checked, and the columns are profiled. */
  ruleset: Ruleset | null;
  overrides?: DialectOverrides;
  /** Where the ruleset's reference tables lie, by the `path` that the ruleset gives them. */
  references?: Readonly<Record<string, string>> | undefined;
  /** An existing folder, private to the attempt; the caller removes it. */
  scratchDir: string;
  keptPerCode: number;
  stagingMemoryMb: number;
  /** How long one rule over many rows may take. */
  ruleSeconds?: number;
  /** The day (ISO) that rules reckon from; today in local time when absent. */
  referenceDate?: string;
  signal?: AbortSignal;
  chunkBytes?: number;
}

export interface FileReport {
  encoding: string;
  encodingReason: string;
  /** First byte that is not UTF-8, when that decided the encoding. */
  badByte: { byte: number; line: number } | null;
  delimiter: string;
  quote: string | null;
  lineEnding: string;
  header: boolean;
  /** Records above the header that were passed over. */
  titleLines: number;
  rowsRefused: number;
  /** Records of the file but for the header and what stands above it: rows read + rows refused. */
  records: number;
  columns: ColumnProfile[];
  /** Titles of the ruleset's rules by id, as params of their findings have them. */
  ruleTitles?: Record<string, string[]> | undefined;
  /** Checks that were not made, and why. */
  notRun: { check: string; reason: string; rows?: number | undefined }[];
}

export interface ValidationSummary {
  rows: number;
  errorRows: number;
  counts: Record<Severity, number>;
  codes: Record<string, number>;
  kept: number;
  totals: FindingTotal[];
  rowsOfCodes: RowsOfCode[];
  report: FileReport;
}

/** Share of the parse stage that the first look at all bytes takes. */
const scanShare = 0.1;
const defaultRuleSeconds = 300;

/**
 * Validates one CSV file in constant memory. Findings and progress come through the callbacks; the result is a value
 * however wrong the data is. Throws `signal.reason` when aborted, and what reading the disk throws.
 */
export async function validateFile(options: ValidateOptions): Promise<ValidationSummary> {
  const { path, bytes, ruleset, overrides = {}, keptPerCode, signal, chunkBytes } = options;
  const tally = makeTally({ keptPerCode, severityOf: (code) => severityOf(code, ruleset) });
  const reporter = makeReporter(options, tally);
  const settings = joinSettings(overrides, ruleset);
  const scan = await scanFile({
    path,
    quote: settings.quoteChar === null ? 0 : (settings.quoteChar ?? '"').charCodeAt(0),
    encoding: settings.encoding,
    signal,
    onBlock: (seen) => reporter.step("parse", (seen / Math.max(1, bytes)) * scanShare),
  });
  const read = readDialect(scan, { settings, ruleset });
  const isReadable = complainAboutFile(scan, read, tally);
  const referenceDate = options.referenceDate ?? localDay(new Date());
  const tables = await loadTables(ruleset, options.references);
  const rows = makeRowReader({
    ...options,
    ...read,
    referenceDate,
    tables,
    titles: read.titles.count,
    tally,
  });
  const notRun: FileReport["notRun"] = [];
  try {
    if (isReadable) {
      await readRows({ path, read, chunkBytes, signal, rows, reporter, bytes: scan.bytes, notRun });
      if (rows.rows() + rows.refused() === 0) tally.addToFile("empty-file", { reason: "no-rows" });
      const gathered = rows.gathered();
      if (gathered) {
        await checkStaged({
          path,
          dialect: read.dialect,
          gathered,
          scratchDir: options.scratchDir,
          memoryMb: options.stagingMemoryMb,
          ruleSeconds: options.ruleSeconds ?? defaultRuleSeconds,
          referenceDate,
          tally,
          signal,
          onProgress: reporter.step,
          onInserted: () => reporter.tell("insert", 1),
        });
      }
      notRun.push(...rows.notRun());
    } else {
      notRun.push({ check: "rows", reason: scan.binary ? "binary-file" : "empty-file" });
    }
    await reporter.tell("rules", 1);
    signal?.throwIfAborted();
  } finally {
    rows.close();
  }
  return {
    rows: rows.rows(),
    ...tally.state(),
    totals: tally.totals(),
    rowsOfCodes: tally.rowsOfCodes(),
    report: {
      encoding: read.encoding.encoding,
      encodingReason: read.encoding.reason,
      badByte: read.encoding.firstBad,
      delimiter: read.dialect.delimiter,
      quote: read.dialect.quote,
      lineEnding: read.lineEnding,
      header: read.header,
      titleLines: rows.titles(),
      rowsRefused: rows.refused(),
      records: rows.rows() + rows.refused(),
      columns: rows.columns(),
      ruleTitles: titlesOf(ruleset),
      notRun,
    },
  };
}

function titlesOf(ruleset: Ruleset | null): Record<string, string[]> {
  const titles: Record<string, string[]> = {};
  for (const { id, title } of ruleset?.rules ?? [])
    titles[id] = textsAsParams({ title })["@title"] ?? [id, id];
  return titles;
}

async function readRows(run: {
  path: string;
  read: ReadDialect;
  chunkBytes: number | undefined;
  signal: AbortSignal | undefined;
  rows: ReturnType<typeof makeRowReader>;
  reporter: Reporter;
  bytes: number;
  notRun: FileReport["notRun"];
}): Promise<void> {
  const { path, read, chunkBytes, signal, rows, reporter, bytes, notRun } = run;
  const fraction = (done: number) => scanShare + (1 - scanShare) * (done / Math.max(1, bytes));
  for await (const { records, bytesRead, stopped } of readRecords({
    path,
    dialect: read.dialect,
    chunkBytes,
    signal,
  })) {
    let count = 0;
    for (const record of records) {
      rows.add(record);
      if (++count % 100 !== 0 || !reporter.isDue()) continue;
      signal?.throwIfAborted();
      reporter.at({ bytesRead, rows: rows.rows() });
      await reporter.step("parse", fraction(record.byte));
    }
    reporter.at({ bytesRead, rows: rows.rows() });
    if (stopped) notRun.push({ check: "rows-after-truncation", reason: "too-many-open-quotes" });
    if (reporter.isDue()) await reporter.step("parse", fraction(bytesRead));
  }
  rows.end();
  await reporter.tell("parse", 1);
  signal?.throwIfAborted();
}
