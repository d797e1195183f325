import type { Finding } from "../findings/finding";
import type { FileReport, ValidationSummary } from "../validate-file";

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
  findings: Finding[];
  kept: number;
  /** Exact number of findings, kept or not. */
  total: number;
  notRun: FileReport["notRun"];
}

/** Builds the report of one validated file of `bytes` bytes. */
export function checkReport(
  { counts, rows, codes, report }: ValidationSummary,
  findings: readonly Finding[],
  bytes: number,
): CheckReport {
  const { encoding, delimiter, quote, lineEnding, columns, notRun } = report;
  return {
    valid: counts.error === 0,
    file: { encoding, delimiter, quote, lineEnding, bytes },
    rows,
    fields: columns.length,
    counts: codes,
    findings: findings.map(({ code, severity, row, line, byte, column, field, params }) => ({
      code,
      severity,
      row,
      line,
      byte,
      column,
      field,
      params,
    })),
    kept: findings.length,
    total: counts.error + counts.warning + counts.info,
    notRun,
  };
}
