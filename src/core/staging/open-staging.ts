import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface Staging {
  connection: DuckDBConnection;
  close(): void;
}

/** Opens the attempt's own DuckDB file in `dir`; it spills there past `memoryMb`. An abort interrupts the running statement. */
export async function openStaging({
  dir,
  memoryMb,
  signal,
}: {
  dir: string;
  memoryMb: number;
  signal?: AbortSignal;
}): Promise<Staging> {
  const instance = await DuckDBInstance.create(join(dir, "staging.duckdb"), {
    threads: "1",
    memory_limit: `${memoryMb}MB`,
    temp_directory: join(dir, "spill"),
    preserve_insertion_order: "false",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  return {
    connection,
    close() {
      signal?.removeEventListener("abort", interrupt);
      connection.closeSync();
      instance.closeSync();
    },
  };
}
