import type { RenderedFinding } from "./render-view";

const columns = ["severity", "code", "row", "line", "column", "field", "title", "message", "remedy"] as const;

/** The header, after a byte order mark, without which spreadsheets misread accents. */
export function csvHeader(): string {
  return `\uFEFF${columns.join(",")}\r\n`;
}

export function csvLine(finding: RenderedFinding): string {
  return `${columns.map((column) => csvCell(finding[column])).join(",")}\r\n`;
}

/** One cell that a spreadsheet shows as text: what it would run as a formula gets an apostrophe in front. */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
