import type { Finding } from "../findings/finding";
import { codeTitle, type FindingLocale, renderFinding } from "../findings/render-finding";
import { hasRow } from "../pipeline/row-set";
import type { RowsOfCode } from "../pipeline/tally";
import { safeCell } from "./csv-cell";
import { spreadsheetLine } from "./spreadsheet-line";

/** The columns that faulty rows have before their own, so that they stand in line whatever the row's width. */
export const faultyColumns = ["facnet_row", "facnet_findings", "facnet_messages"] as const;

export interface FaultyLook {
  delimiter: string;
  locale: FindingLocale;
  /** Whether a cell that a spreadsheet would run gets an apostrophe in front. */
  safe: boolean;
  /** Titles of the ruleset's rules by id. */
  ruleTitles: Record<string, string[]>;
}

/** A title line or the header, with the added columns in front. */
export function headLine(
  cells: readonly string[],
  { isHeader, look }: { isHeader: boolean; look: FaultyLook },
): string {
  const added = faultyColumns.map((name) => (isHeader ? name : ""));
  return spreadsheetLine([...added, ...cells.map(cellOf(look))], look.delimiter);
}

/**
 * A faulty row with its number, its codes and what is wrong with it. A code without a kept finding on the row is told by
 * its title alone.
 */
export function faultyLine(
  { row, cells }: { row: number; cells: readonly string[] },
  kept: readonly Finding[],
  { rowsOfCodes, look }: { rowsOfCodes: readonly RowsOfCode[]; look: FaultyLook },
): string {
  const told = new Set(kept.map(({ code }) => code));
  const untold = rowsOfCodes.filter(({ code, rows }) => !told.has(code) && hasRow(rows, row));
  const codes = [...told, ...untold.map(({ code }) => code)].join(", ");
  const sentences = [
    ...kept.map((finding) => sentenceOf(finding, look.locale)),
    ...untold.map(({ code }) => titleOf(code, look)),
  ].join(" ");
  const added = [String(row), codes, safeCell(sentences)];
  return spreadsheetLine([...added, ...cells.map(cellOf(look))], look.delimiter);
}

function sentenceOf(finding: Finding, locale: FindingLocale): string {
  const { message } = renderFinding(finding, locale);
  if (finding.field === null) return message;
  return `${finding.field}${locale === "fr" ? "\u00a0" : ""}: ${message}`;
}

function titleOf(code: string, { locale, ruleTitles }: FaultyLook): string {
  const titles = ruleTitles[code];
  return `${codeTitle(code, locale, titles && { params: { "@title": titles } })}.`;
}

function cellOf({ safe }: FaultyLook): (cell: string) => string {
  return safe ? safeCell : (cell) => cell;
}
