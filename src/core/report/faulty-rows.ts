import type { Finding } from "../findings/finding";
import type { RowsOfCode } from "../pipeline/tally";
import { type FaultyLook, faultyLine, headLine } from "./faulty-line";
import { makeFaultyTest } from "./faulty-set";
import type { Table } from "./read-table";
import { spreadsheetMark } from "./spreadsheet-line";

export interface FaultyRowsOptions {
  rowsOfCodes: readonly RowsOfCode[];
  /** The kept findings of some rows, by row. */
  findingsOf(
    rows: readonly number[],
  ): ReadonlyMap<number, Finding[]> | Promise<ReadonlyMap<number, Finding[]>>;
  look: Omit<FaultyLook, "delimiter">;
}

/**
 * The faulty rows as CSV for a spreadsheet, the header first, each with its number, codes and sentences in front. A record
 * that could not be read is there as the text it is, in one cell. Returns the number of rows.
 */
export async function* faultyRows(
  table: Table,
  { rowsOfCodes, findingsOf, look: given }: FaultyRowsOptions,
): AsyncGenerator<string, number> {
  const isFaulty = makeFaultyTest(rowsOfCodes);
  const look = { ...given, delimiter: table.dialect.delimiter };
  let count = 0;
  yield spreadsheetMark;
  for await (const records of table.records()) {
    const faulty = records.filter(isFaulty);
    const findings = faulty.length > 0 ? await findingsOf(faulty.map(({ row }) => row)) : null;
    let text = "";
    for (const record of records) {
      const { kind, row, cells } = record;
      if (kind === "title" || kind === "header") {
        text += headLine(cells ?? [await table.textOf(record)], { isHeader: kind === "header", look });
        continue;
      }
      if (!isFaulty(record)) continue;
      count++;
      const shown = cells ?? [await table.textOf(record)];
      text += faultyLine({ row, cells: shown }, findings?.get(row) ?? [], { rowsOfCodes, look });
    }
    if (text !== "") yield text;
  }
  return count;
}
