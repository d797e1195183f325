import { db } from "./client";

export interface WorkerView {
  id: string;
  host: string;
  startedAt: string;
  /** Seconds since its last heartbeat, by the database's clock. */
  silentSeconds: number;
}

/** Worker processes that were seen in the last minute, the oldest first; one that is silent for 15 s counts as dead. */
export async function listWorkers(): Promise<WorkerView[]> {
  const rows = await db().$queryRaw<{ id: string; host: string; started_at: Date; silent: number }[]>`
    SELECT id, host, started_at, extract(epoch FROM now() - seen_at)::float8 AS silent
    FROM worker_processes WHERE seen_at > now() - interval '1 minute' ORDER BY started_at, id`;
  return rows.map(({ id, host, started_at, silent }) => ({
    id,
    host,
    startedAt: started_at.toISOString(),
    silentSeconds: Math.max(0, Math.round(silent)),
  }));
}
