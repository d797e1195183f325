import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** One connection to the attempt's database. Its temporary tables are its own. */
export interface Staging {
  connection: DuckDBConnection;
}

/** Gives the lane's connection; the database is opened by whoever asks first. */
export type Lane = () => Promise<Staging>;

export interface StagingDatabase {
  /** Connections that may work side by side. */
  lanes: Lane[];
  close(): Promise<void>;
}

const mostLanes = 2;

interface Place {
  dir: string;
  memoryMb: number;
  signal?: AbortSignal | undefined;
}

/**
 * The attempt's own DuckDB file in `dir`, opened when it is needed: to open it costs more than all other work on a small
 * file. It spills there past `memoryMb`. An abort interrupts the running statements. Each statement runs in one thread, of its lane.
 */
export function makeStaging(place: Place): StagingDatabase {
  let opening: ReturnType<typeof open> | undefined;
  const lane = (at: number) => async () => {
    opening ??= open(place);
    const staging = (await opening).connections[at];
    if (!staging) throw new Error("there is no such lane");
    return staging;
  };
  return {
    lanes: Array.from({ length: mostLanes }, (_, at) => lane(at)),
    close: async () => (await opening?.catch(() => undefined))?.close(),
  };
}

async function open({ dir, memoryMb, signal }: Place) {
  const instance = await DuckDBInstance.create(join(dir, "staging.duckdb"), {
    threads: "1",
    memory_limit: `${memoryMb}MB`,
    temp_directory: join(dir, "spill"),
    preserve_insertion_order: "false",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connections: Staging[] = [];
  while (connections.length < mostLanes) connections.push({ connection: await instance.connect() });
  const interrupt = () => {
    for (const { connection } of connections) connection.interrupt();
  };
  signal?.addEventListener("abort", interrupt);
  return {
    connections,
    close() {
      signal?.removeEventListener("abort", interrupt);
      for (const { connection } of connections) connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Does the work in the lanes, each piece in the first that is free. Throws what a piece throws; no other is begun then. */
export async function inLanes(
  { lanes }: StagingDatabase,
  pieces: readonly ((lane: Lane) => Promise<void>)[],
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
