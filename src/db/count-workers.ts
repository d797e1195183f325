import { db } from "./client";

/** Worker processes that were seen in the last 15 seconds. */
export async function countWorkers(): Promise<number> {
  const [row] = await db().$queryRaw<{ living: bigint }[]>`
    SELECT count(*) AS living FROM worker_processes WHERE seen_at > now() - interval '15 seconds'`;
  return Number(row?.living ?? 0);
}
