import type { Finding } from "../findings/finding";
import { type FindingLocale, renderFinding } from "../findings/render-finding";
import { csvCell } from "./csv-cell";
import type { ReportedFinding } from "./reported-finding";

const findingColumns = ["severity", "code", "row", "line", "column", "field"] as const;
const sentenceColumns = ["title", "message", "remedy"] as const;
const columns = [...findingColumns, ...sentenceColumns, "impact", "affectedRows"] as const;

/** The header line of findings as CSV, after a byte order mark, without which spreadsheets misread accents. */
export function findingCsvHeader(): string {
  return `\uFEFF${columns.join(",")}\r\n`;
}

/** One finding as a line of CSV, with its sentences and the rows it is about, safe to open in a spreadsheet. */
export function findingCsvLine(finding: ReportedFinding, locale: FindingLocale): string {
  const { impact = null, affectedRows = [] } = finding;
  const more = { impact, affectedRows: affectedRows.join(" ") };
  const all = { ...finding, ...renderFinding(finding, locale), ...more };
  return `${columns.map((column) => csvCell(all[column])).join(",")}\r\n`;
}

/** One finding as a line of NDJSON, with its params and its sentences. */
export function findingJsonLine<T extends Finding>(finding: T, locale: FindingLocale): string {
  return `${JSON.stringify({ ...finding, ...renderFinding(finding, locale) })}\n`;
}
