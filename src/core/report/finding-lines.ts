import type { Finding } from "../findings/finding";
import { type FindingLocale, renderFinding } from "../findings/render-finding";
import { csvCell } from "./csv-cell";

const columns = ["severity", "code", "row", "line", "column", "field", "title", "message", "remedy"] as const;

/** The header line of findings as CSV, after a byte order mark, without which spreadsheets misread accents. */
export function findingCsvHeader(): string {
  return `\uFEFF${columns.join(",")}\r\n`;
}

/** One finding as a line of CSV, with its sentences, safe to open in a spreadsheet. */
export function findingCsvLine(finding: Finding, locale: FindingLocale): string {
  const all = { ...finding, ...renderFinding(finding, locale) };
  return `${columns.map((column) => csvCell(all[column])).join(",")}\r\n`;
}

/** One finding as a line of NDJSON, with its params and its sentences. */
export function findingJsonLine<T extends Finding>(finding: T, locale: FindingLocale): string {
  return `${JSON.stringify({ ...finding, ...renderFinding(finding, locale) })}\n`;
}
