import { db } from "./client";

/** The run's place among those that wait, 1 being next; null when it does not wait. */
export async function queuePosition(runId: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ position: bigint }[]>`
    SELECT (
      SELECT count(*) FROM validation_runs other
      WHERE other.status = 'queued'
        AND (other.turn, other.queued_at, other.id) <= (mine.turn, mine.queued_at, mine.id)
    ) AS position
    FROM validation_runs mine
    WHERE mine.id = ${runId}::uuid AND mine.status = 'queued'`;
  return row ? Number(row.position) : null;
}
