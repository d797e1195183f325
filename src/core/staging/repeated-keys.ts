import { INTEGER } from "@duckdb/node-api";
import type { Staging } from "./open-staging";
import { readStaged, type StagedColumn } from "./read-staged";
import { dropShard, type Shard } from "./shard-files";

/** The rows whose key an earlier row has. */
export interface Repeats {
  count: number;
  /** The first of them in the order of the file, each with the row that has the same key and comes first. */
  first(limit: number): Promise<{ row: number; firstRow: number }[]>;
  /** Calls back with the row numbers of all of them, a few thousand at a time, in no order. */
  each(visit: (rows: readonly number[]) => void | Promise<void>): Promise<void>;
}

export const keyColumns: readonly StagedColumn[] = [
  { name: "key", type: "VARCHAR" },
  { name: "row_no", type: "INTEGER" },
];

/** Looks through a key's files one at a time and gathers every row whose key an earlier row has, in a table of that name. */
export async function findRepeats({
  staging: { connection },
  table,
  shards,
  onLoaded,
}: {
  staging: Staging;
  /** A name that this program made. */
  table: string;
  shards: readonly Shard[];
  onLoaded(rows: number): Promise<void>;
}): Promise<Repeats> {
  await connection.run(`create table ${table}(row_no integer, first_row integer)`);
  for (const shard of shards) {
    if (shard.rows === 0) continue;
    const keys = readStaged(shard.path, keyColumns);
    const shared = await connection.runAndReadAll(
      `create or replace temp table shared as select key, min(row_no) as first_row from ${keys} group by key having count(*) > 1`,
    );
    // Most files repeat no key, so the rows are read a second time only when one does.
    if (Number(shared.value(0, 0)) > 0) {
      await connection.run(
        `insert into ${table} select k.row_no, s.first_row from ${keys} k join shared s using (key) where k.row_no <> s.first_row`,
      );
    }
    dropShard(shard);
    await onLoaded(shard.rows);
  }
  await connection.run("drop table if exists shared");
  return rowsFound({ connection }, table);
}

/** The rows of a table of `row_no` and `first_row`. */
export async function rowsFound(
  { connection }: Pick<Staging, "connection">,
  table: string,
): Promise<Repeats> {
  const counted = await connection.runAndReadAll(`select count(*)::integer from ${table}`);
  return {
    count: Number(counted.value(0, 0)),
    async first(limit) {
      const reader = await connection.runAndReadAll(
        `select row_no, first_row from ${table} order by row_no limit $1`,
        [limit],
        [INTEGER],
      );
      return reader.getRows().map(([row, firstRow]) => ({ row: Number(row), firstRow: Number(firstRow) }));
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
