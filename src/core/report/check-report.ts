import type { FileReport, ValidationSummary } from "../validate-file";
import { jsonAround } from "./json-around";
import type { ReportedFinding } from "./reported-finding";

/** The answer of `facnet check --format json`: a stable contract, to which keys may be added and from which none goes. */
export interface CheckReport {
  /** True when no finding has severity error. */
  valid: boolean;
  file: { encoding: string; delimiter: string; quote: string | null; lineEnding: string; bytes: number };
  /** Data rows that were read. */
  rows: number;
  /** Columns of the file. */
  fields: number;
  /** Exact number of findings of each code. */
  counts: Record<string, number>;
  /** The kept findings; `row` counts records, the header being row 1. */
  findings: ReportedFinding[];
  kept: number;
  /** Exact number of findings, kept or not. */
  total: number;
  notRun: FileReport["notRun"];
}

type Reported = Pick<ValidationSummary, "counts" | "rows" | "codes" | "report">;

/** Builds the report of one validated file of `bytes` bytes. */
export function checkReport(
  reported: Reported,
  findings: readonly ReportedFinding[],
  bytes: number,
): CheckReport {
  return {
    ...headOf(reported, bytes),
    findings: findings.map(plainFinding),
    ...tailOf(reported, findings.length),
  };
}

/** The same as JSON text, in pieces, when the findings are too many to be held; `kept` is their number. */
export async function* checkReportText(
  reported: Reported,
  findings: AsyncIterable<ReportedFinding>,
  { bytes, kept }: { bytes: number; kept: number },
): AsyncGenerator<string, void> {
  yield* jsonAround(headOf(reported, bytes), "findings", plainFindings(findings), tailOf(reported, kept));
  yield "\n";
}

async function* plainFindings(
  findings: AsyncIterable<ReportedFinding>,
): AsyncGenerator<ReportedFinding, void> {
  for await (const finding of findings) yield plainFinding(finding);
}

function headOf({ counts, rows, codes, report }: Reported, bytes: number) {
  const { encoding, delimiter, quote, lineEnding, columns } = report;
  return {
    valid: counts.error === 0,
    file: { encoding, delimiter, quote, lineEnding, bytes },
    rows,
    fields: columns.length,
    counts: codes,
  };
}

function tailOf({ counts, report }: Reported, kept: number) {
  return { kept, total: counts.error + counts.warning + counts.info, notRun: report.notRun };
}

/** A finding without what a store may add to it. */
function plainFinding(finding: ReportedFinding): ReportedFinding {
  const { code, severity, row, line, byte, column, field, params, impact, affectedRows = [] } = finding;
  return {
    ...{ code, severity, row, line, byte, column, field, params },
    ...(impact === undefined ? {} : { impact }),
    ...(affectedRows.length === 0 ? {} : { affectedRows }),
  };
}
