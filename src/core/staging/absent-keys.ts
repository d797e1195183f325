import type { Staging } from "./open-staging";
import { readStaged } from "./read-staged";
import { keyColumns, type Repeats, rowsFound } from "./repeated-keys";
import { dropShard, type Shard } from "./shard-files";

/** Finds every row whose reference no row has as its key; both sides were written with the same hashes to as many files. */
export async function findAbsent({
  staging: { connection },
  table,
  from,
  to,
  onLoaded,
}: {
  staging: Staging;
  /** A name that this program made. */
  table: string;
  from: readonly Shard[];
  to: readonly Shard[];
  onLoaded(rows: number): Promise<void>;
}): Promise<Repeats> {
  await connection.run(`create table ${table}(row_no integer, first_row integer)`);
  for (const [i, shard] of from.entries()) {
    const other = to[i];
    if (!other) throw new Error("the two sides of a foreign key differ in their files");
    if (shard.rows > 0) {
      const keys = readStaged(shard.path, keyColumns);
      const known = readStaged(other.path, keyColumns);
      await connection.run(
        `insert into ${table} select k.row_no, k.row_no from ${keys} k anti join (select distinct key from ${known}) using (key)`,
      );
    }
    dropShard(shard);
    dropShard(other);
    await onLoaded(shard.rows + other.rows);
  }
  return rowsFound({ connection }, table);
}
