import type { Staging } from "./open-staging";
import { readStaged, type StagedColumn } from "./read-staged";
import type { Shard } from "./shard-files";

/** Makes one staged file a table of that name, in place of the file that was there before. */
export async function loadShard(
  { connection }: Staging,
  { path }: Shard,
  { table, columns }: { table: string; columns: readonly StagedColumn[] },
): Promise<void> {
  await connection.run(`create or replace temp table ${table} as select * from ${readStaged(path, columns)}`);
}
