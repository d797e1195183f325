import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** One connection to the attempt's database. Its temporary tables are its own. */
export interface Staging {
  connection: DuckDBConnection;
}

export interface StagingDatabase {
  /** Connections that may work side by side. */
  lanes: Staging[];
  close(): void;
}

const mostLanes = 2;

/**
 * Opens the attempt's own DuckDB file in `dir`; it spills there past `memoryMb`. An abort interrupts the running statements.
 * Each statement runs in one thread, of its lane.
 */
export async function openStaging({
  dir,
  memoryMb,
  signal,
}: {
  dir: string;
  memoryMb: number;
  signal?: AbortSignal;
}): Promise<StagingDatabase> {
  const instance = await DuckDBInstance.create(join(dir, "staging.duckdb"), {
    threads: "1",
    memory_limit: `${memoryMb}MB`,
    temp_directory: join(dir, "spill"),
    preserve_insertion_order: "false",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const lanes: Staging[] = [];
  while (lanes.length < mostLanes) lanes.push({ connection: await instance.connect() });
  const interrupt = () => {
    for (const { connection } of lanes) connection.interrupt();
  };
  signal?.addEventListener("abort", interrupt);
  return {
    lanes,
    close() {
      signal?.removeEventListener("abort", interrupt);
      for (const { connection } of lanes) connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Does the work in the lanes, each piece in the first that is free. Throws what a piece throws; no other is begun then. */
export async function inLanes(
  { lanes }: StagingDatabase,
  pieces: readonly ((staging: Staging) => Promise<void>)[],
): Promise<void> {
  let next = 0;
  const ends = await Promise.allSettled(
    lanes.map(async (lane) => {
      while (next < pieces.length) {
        const piece = pieces[next++];
        await piece?.(lane).catch((error: unknown) => {
          next = pieces.length;
          throw error;
        });
      }
    }),
  );
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
