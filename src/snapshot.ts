import { z } from "zod";

export const RunStatus = z.enum(["queued", "processing", "completed", "failed", "cancelled"]);
export type RunStatus = z.infer<typeof RunStatus>;

export const Stage = z.enum(["parse", "insert", "rules", "store"]);
export type Stage = z.infer<typeof Stage>;

export const maxAttempts = 3;

const count = z.number().int().nonnegative();

/** A run's public state at one revision. Holds counts, never cell values, so it may travel through the queue. */
export const Snapshot = z.object({
  runId: z.uuid(),
  ownerId: z.string(),
  /** The batch that the run is of; null for a run on its own. */
  batchId: z.uuid().nullable().default(null),
  revision: count,
  status: RunStatus,
  stage: Stage.nullable(),
  /** 0-100, measured from bytes and rows. */
  progress: z.number().min(0).max(100),
  /** The try at work or last made: 0 before the first, at most `maxAttempts`. */
  attempt: count,
  bytesRead: count,
  bytesTotal: count,
  /** Data rows read so far, the header not counted. */
  rows: count,
  /** Data rows with at least one finding of severity error. */
  errorRows: count,
  counts: z.object({ error: count, warning: count, info: count }),
  /** Exact number of findings per code, which keeps counting past the cap on kept findings. */
  codes: z.record(z.string(), count),
  kept: count,
  /** Why the run failed, or its last attempt did: an AppError code, `database` or `internal`. */
  errorCode: z.string().nullable(),
  /** When the row took this revision: what progress latency is measured from. */
  updatedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** True when no further snapshot of the run will come, short of a retry asked by a person. */
export function isFinal(status: RunStatus): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}
