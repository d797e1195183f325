import { priorities, priorityNumbers } from "@/priority";
import { db } from "./client";

interface QueuedRuns {
  priority: (typeof priorities)[number];
  count: number;
  /** Seconds that the one which has waited longest has waited; 0 when none waits. */
  oldestSeconds: number;
}

/** Runs that wait, by priority, all owners together. Times are by the database's clock. */
export async function queuedRuns(): Promise<QueuedRuns[]> {
  const rows = await db().$queryRaw<{ priority: number; count: bigint; oldest: number }[]>`
    SELECT priority, count(*) AS count, extract(epoch FROM now() - min(queued_at))::float8 AS oldest
    FROM validation_runs WHERE status = 'queued' GROUP BY priority`;
  return priorities.map((priority) => {
    const row = rows.find(({ priority: number }) => number === priorityNumbers[priority]);
    return { priority, count: Number(row?.count ?? 0), oldestSeconds: Math.max(0, row?.oldest ?? 0) };
  });
}
