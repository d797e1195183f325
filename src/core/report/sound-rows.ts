import type { RowsOfCode } from "../pipeline/tally";
import { safeCell } from "./csv-cell";
import { makeFaultyTest } from "./faulty-set";
import type { Table } from "./read-table";
import { spreadsheetLine, spreadsheetMark } from "./spreadsheet-line";

/**
 * The file without its faulty records, byte for byte: what stays keeps its encoding, its quotes and its line endings.
 * Returns the number of rows that stay.
 */
export async function* soundRows(
  table: Table,
  rowsOfCodes: readonly RowsOfCode[],
): AsyncGenerator<Buffer, number> {
  const isFaulty = makeFaultyTest(rowsOfCodes);
  let count = 0;
  let from = 0;
  let to = table.dialect.markBytes;
  let isFirst = true;
  for await (const records of table.records()) {
    for (const record of records) {
      // Comments above the first record belong to it.
      const start = isFirst ? to : record.byte;
      isFirst = false;
      if (isFaulty(record)) continue;
      if (record.kind === "row") count++;
      if (start !== to) {
        yield* table.bytesOf(from, to);
        from = start;
      }
      to = record.end;
    }
    yield* table.bytesOf(from, to);
    from = to;
  }
  return count;
}

/** The same rows for a spreadsheet: UTF-8, and no cell that would be run as a formula. */
export async function* safeSoundRows(
  table: Table,
  rowsOfCodes: readonly RowsOfCode[],
): AsyncGenerator<string, number> {
  const isFaulty = makeFaultyTest(rowsOfCodes);
  let count = 0;
  yield spreadsheetMark;
  for await (const records of table.records()) {
    let text = "";
    for (const record of records) {
      if (isFaulty(record) || !record.cells) continue;
      if (record.kind === "row") count++;
      text += spreadsheetLine(record.cells.map(safeCell), table.dialect.delimiter);
    }
    if (text !== "") yield text;
  }
  return count;
}
