import type { Finding } from "../findings/finding";
import { type FindingLocale, renderFinding } from "../findings/render-finding";
import { csvCell } from "./csv-cell";
import type { ReportedFinding } from "./reported-finding";

const findingColumns = ["severity", "code", "row", "line", "column", "field"] as const;
const sentenceColumns = ["title", "message", "remedy"] as const;
const columns = [...findingColumns, ...sentenceColumns, "impact", "affectedRows"] as const;

/**
 * The header line of findings as CSV, after a byte order mark, without which spreadsheets misread accents; `before`
 * names the columns that stand in front.
 */
export function findingCsvHeader(before: readonly string[] = []): string {
  return `\uFEFF${[...before, ...columns].join(",")}\r\n`;
}

/** One finding as a line of CSV, with its sentences and the rows it is about, safe to open in a spreadsheet. */
export function findingCsvLine(
  finding: ReportedFinding,
  locale: FindingLocale,
  before: readonly string[] = [],
): string {
  const { impact = null, affectedRows = [] } = finding;
  const more = { impact, affectedRows: affectedRows.join(" ") };
  const all = { ...finding, ...renderFinding(finding, locale), ...more };
  const cells = [...before, ...columns.map((column) => all[column])];
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** One finding as a line of NDJSON, with its params and its sentences. */
export function findingJsonLine<T extends Finding>(finding: T, locale: FindingLocale): string {
  return `${JSON.stringify({ ...finding, ...renderFinding(finding, locale) })}\n`;
}
