import { z } from "zod";
import { db } from "./client";

export interface QueueWindow {
  ownerId: string;
  from: Date;
  to: Date;
  stepSeconds: number;
}

const percentiles = z.tuple([z.number(), z.number(), z.number()]).nullable();
const step = z.number().int();

const Rows = z.object({
  /** How many runs began or ceased to wait or to be at work in a step, and the sum of these moments in seconds from the window's start. */
  edges: z.array(
    z.object({ kind: z.enum(["waiting", "active"]), step, count: z.number(), seconds: z.number() }),
  ),
  /** Of runs that completed or failed. A null step is the whole window. */
  ended: z.array(
    z.object({ step: step.nullable(), count: z.number(), rows: z.number(), seconds: percentiles }),
  ),
  failed: z.array(z.object({ step, code: z.string().nullable(), count: z.number() })),
  waits: z.array(z.object({ step: step.nullable(), seconds: percentiles })),
});
export type QueueRows = z.infer<typeof Rows>;

/**
 * What an owner's runs did in a stretch of time, by steps, in one statement. Percentiles are 50, 95 and 99, in seconds.
 * Of a run that was given back or retried only its last stay in the queue and its last attempt are known.
 */
export async function readQueueHistory(window: QueueWindow): Promise<QueueRows> {
  const { ownerId, from, to, stepSeconds } = window;
  const [row] = await db().$queryRaw<{ history: unknown }[]>`
    WITH bounds AS (
      SELECT ${from}::timestamptz AS start, ${to}::timestamptz AS stop
    ), runs AS MATERIALIZED (
      SELECT status, error_code, rows,
        extract(epoch FROM queued_at - start)::float8 AS queued,
        extract(epoch FROM began - start)::float8 AS started,
        extract(epoch FROM finished_at - start)::float8 AS finished
      FROM bounds, validation_runs,
        LATERAL (SELECT CASE WHEN status IN ('processing', 'completed', 'failed') OR started_at >= queued_at
                 THEN started_at END AS began) AS attempts
      WHERE owner_id = ${ownerId} AND queued_at < stop AND (finished_at >= start OR finished_at IS NULL)
    ), edges AS (
      SELECT kind, greatest(floor(second / ${stepSeconds}::int), -1)::int AS step, sum(sign)::int AS count,
        sum(sign * greatest(second, 0)) AS seconds
      FROM runs, LATERAL (VALUES
        ('waiting', queued, 1), ('waiting', coalesce(started, finished), -1),
        ('active', started, 1), ('active', CASE WHEN started IS NOT NULL THEN finished END, -1)
      ) AS edge (kind, second, sign)
      WHERE second IS NOT NULL
      GROUP BY 1, 2
    ), ended AS (
      SELECT floor(finished / ${stepSeconds}::int)::int AS step, count(*)::int AS count, sum(rows)::float8 AS rows,
        percentile_cont(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY greatest(finished - started, 0))
          FILTER (WHERE started IS NOT NULL) AS seconds
      FROM runs WHERE finished IS NOT NULL AND status IN ('completed', 'failed')
      GROUP BY GROUPING SETS ((1), ())
    ), failed AS (
      SELECT floor(finished / ${stepSeconds}::int)::int AS step, error_code AS code, count(*)::int AS count
      FROM runs WHERE finished IS NOT NULL AND status = 'failed' GROUP BY 1, 2
    ), waits AS (
      SELECT floor(started / ${stepSeconds}::int)::int AS step,
        percentile_cont(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY greatest(started - queued, 0)) AS seconds
      FROM runs WHERE started >= 0 GROUP BY GROUPING SETS ((1), ())
    )
    SELECT json_build_object(
      'edges', (SELECT coalesce(json_agg(edges), '[]') FROM edges),
      'ended', (SELECT coalesce(json_agg(ended), '[]') FROM ended WHERE count > 0),
      'failed', (SELECT coalesce(json_agg(failed), '[]') FROM failed),
      'waits', (SELECT coalesce(json_agg(waits), '[]') FROM waits)
    ) AS history`;
  return Rows.parse(row?.history);
}
