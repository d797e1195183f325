import { db } from "./client";
import { RunStatus } from "./generated/client";

/** Number of runs in each status, all owners together; none is 0. */
export async function countRuns(): Promise<{ status: RunStatus; count: number }[]> {
  const rows = await db().validationRun.groupBy({ by: ["status"], _count: true });
  const counts = new Map(rows.map(({ status, _count }) => [status, _count]));
  return Object.values(RunStatus).map((status) => ({ status, count: counts.get(status) ?? 0 }));
}
