import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "./service-database";

export interface Kept {
  /** Names in the folder of files, unfinished ones included. */
  shelf: string[];
  files: number;
  runs: number;
}

/** What a service holds: bytes on the shelf, rows about files, runs. */
export async function whatIsKept(dataDir: string): Promise<Kept> {
  const shelf = await readdir(join(dataDir, "files")).catch(() => []);
  const database = await openDatabase(dataDir);
  try {
    const { rows } = await database.query<{ files: number; runs: number }>(
      `SELECT (SELECT count(*) FROM files WHERE removed_at IS NULL)::int AS files,
              (SELECT count(*) FROM validation_runs)::int AS runs`,
    );
    return { shelf, files: rows[0]?.files ?? Number.NaN, runs: rows[0]?.runs ?? Number.NaN };
  } finally {
    await database.end();
  }
}
