import { INTEGER } from "@duckdb/node-api";
import type { Staging } from "./open-staging";

interface RepeatedRow {
  row: number;
  line: number;
  byte: number;
  /** The row that has the same key and comes first. */
  firstRow: number;
}

/** The rows whose key an earlier row has. */
export interface Repeats {
  count: number;
  /** The first of them in the order of the file. */
  first(limit: number): Promise<RepeatedRow[]>;
  /** Calls back with the row numbers of all of them, a few thousand at a time, in no order. */
  each(visit: (rows: readonly number[]) => void | Promise<void>): Promise<void>;
}

const readOptions =
  "delim='\t', quote='', escape='', header=false, auto_detect=false, nullstr='\\N', max_line_size=65536, buffer_size=1048576, " +
  "columns={'key':'VARCHAR','row_no':'INTEGER','line_no':'INTEGER','byte_at':'DOUBLE'}";

/** Looks through a key's files one at a time and gathers every row whose key an earlier row has, in a table of that name. */
export async function findRepeats({
  staging: { connection },
  table,
  files,
  onLoaded,
}: {
  staging: Staging;
  /** A name that this program made. */
  table: string;
  files: readonly { path: string; rows: number }[];
  onLoaded(rows: number): Promise<void>;
}): Promise<Repeats> {
  await connection.run(
    `create table ${table}(row_no integer, line_no integer, byte_at double, first_row integer)`,
  );
  for (const { path, rows } of files) {
    const keys = `read_csv('${path.replaceAll("'", "''")}', ${readOptions})`;
    const shared = await connection.runAndReadAll(
      `create or replace temp table shared as select key, min(row_no) as first_row from ${keys} group by key having count(*) > 1`,
    );
    // Most files repeat no key, so the rows are read a second time only when one does.
    if (Number(shared.value(0, 0)) > 0) {
      await connection.run(
        `insert into ${table} select k.row_no, k.line_no, k.byte_at, s.first_row from ${keys} k join shared s using (key) where k.row_no <> s.first_row`,
      );
    }
    await onLoaded(rows);
  }
  await connection.run("drop table if exists shared");
  const counted = await connection.runAndReadAll(`select count(*)::integer from ${table}`);
  return {
    count: Number(counted.value(0, 0)),
    async first(limit) {
      const reader = await connection.runAndReadAll(
        `select row_no, line_no, byte_at, first_row from ${table} order by row_no limit $1`,
        [limit],
        [INTEGER],
      );
      return reader.getRows().map(([row, line, byte, firstRow]) => ({
        row: Number(row),
        line: Number(line),
        byte: Number(byte),
        firstRow: Number(firstRow),
      }));
    },
    async each(visit) {
      const result = await connection.stream(`select row_no from ${table}`);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        await visit(chunk.getColumnValues(0).map(Number));
      }
    },
  };
}
