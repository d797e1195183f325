import { INTEGER } from "@duckdb/node-api";
import type { Staging } from "./open-staging";

export interface RepeatedRow {
  row: number;
  line: number;
  byte: number;
  /** The row that has the same key and comes first. */
  firstRow: number;
}

const readOptions =
  "delim='\t', quote='', escape='', header=false, auto_detect=false, nullstr='\\N', max_line_size=65536, buffer_size=1048576, " +
  "columns={'key':'VARCHAR','row_no':'INTEGER','line_no':'INTEGER','byte_at':'DOUBLE'}";

/** Looks through the key files one at a time and gathers every row whose key an earlier row has, in the table `repeats`. */
export async function gatherRepeats({
  staging: { connection },
  files,
  onLoaded,
}: {
  staging: Staging;
  files: readonly { path: string; rows: number }[];
  onLoaded(rows: number): Promise<void>;
}): Promise<void> {
  await connection.run(
    "create table repeats(row_no integer, line_no integer, byte_at double, first_row integer)",
  );
  for (const { path, rows } of files) {
    const keys = `read_csv('${path.replaceAll("'", "''")}', ${readOptions})`;
    const shared = await connection.runAndReadAll(
      `create or replace temp table shared as select key, min(row_no) as first_row from ${keys} group by key having count(*) > 1`,
    );
    // Most files repeat no key, so the rows are read a second time only when one does.
    if (Number(shared.value(0, 0)) > 0) {
      await connection.run(
        `insert into repeats select k.row_no, k.line_no, k.byte_at, s.first_row from ${keys} k join shared s using (key) where k.row_no <> s.first_row`,
      );
    }
    await onLoaded(rows);
  }
  await connection.run("drop table if exists shared");
}

export async function countRepeats({ connection }: Staging): Promise<number> {
  const reader = await connection.runAndReadAll("select count(*)::integer from repeats");
  return Number(reader.value(0, 0));
}

/** The first repeats in the order of the file. */
export async function firstRepeats({ connection }: Staging, limit: number): Promise<RepeatedRow[]> {
  const reader = await connection.runAndReadAll(
    "select row_no, line_no, byte_at, first_row from repeats order by row_no limit $1",
    [limit],
    [INTEGER],
  );
  return reader.getRows().map(([row, line, byte, firstRow]) => ({
    row: Number(row),
    line: Number(line),
    byte: Number(byte),
    firstRow: Number(firstRow),
  }));
}

/** Calls back with the row numbers of all repeats, a few thousand at a time, in no order. */
export async function eachRepeat(
  { connection }: Staging,
  visit: (rows: readonly number[]) => void | Promise<void>,
): Promise<void> {
  const result = await connection.stream("select row_no from repeats");
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    await visit(chunk.getColumnValues(0).map(Number));
  }
}
