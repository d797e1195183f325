import type { RowsOfCode } from "../pipeline/tally";
import { safeCell } from "./csv-cell";
import { makeFaultyTest } from "./faulty-set";
import type { Table, TableRecord } from "./read-table";
import { spreadsheetLine, spreadsheetMark } from "./spreadsheet-line";

interface Stretch {
  from: number;
  to: number;
}

/** Up to here the bytes of a batch of records are read at once. */
const mostAtOnce = 4 << 20;

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
  let isFirst = true;
  for await (const records of table.records()) {
    const sound = records.filter((record) => !isFaulty(record));
    count += sound.filter(({ kind }) => kind === "row").length;
    const stretches = joined(sound);
    if (isFirst) {
      // The byte order mark stays whatever follows; comments above the first record go with it.
      const { markBytes } = table.dialect;
      const [first] = stretches;
      if (first && records[0] === sound[0]) first.from = 0;
      else if (markBytes > 0) stretches.unshift({ from: 0, to: markBytes });
      isFirst = false;
    }
    yield* bytesOf(table, stretches);
  }
  return count;
}

function joined(records: readonly TableRecord[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { byte, end } of records) {
    const last = stretches.at(-1);
    if (last?.to === byte) last.to = end;
    else stretches.push({ from: byte, to: end });
  }
  return stretches;
}

async function* bytesOf(table: Table, stretches: readonly Stretch[]): AsyncGenerator<Buffer, void> {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return;
  if (last.to - first.from > mostAtOnce) {
    for (const { from, to } of stretches) yield* table.bytesOf(from, to);
    return;
  }
  const bytes = await table.read(first.from, last.to);
  yield Buffer.concat(stretches.map(({ from, to }) => bytes.subarray(from - first.from, to - first.from)));
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
