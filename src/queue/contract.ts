import type { JobsOptions } from "bullmq";
import { z } from "zod";
import { maxAttempts } from "@/snapshot";

export const queueName = "validation";
export const jobName = "validate";

/** All that a job carries: what a run is about stays in the database. */
export const ValidationJob = z.strictObject({
  validationRunId: z.uuid(),
  fileName: z.string(),
});
export type ValidationJob = z.infer<typeof ValidationJob>;

/** A run has another snapshot, or is gone. */
export const RunChange = z.object({ runId: z.uuid(), ownerId: z.string(), deleted: z.boolean() });
export type RunChange = z.infer<typeof RunChange>;

/** Name of the queue's event that carries a RunChange. */
export const runChangeEvent = "run-change";

/** A batch has changed in a way that no run of it tells, or is gone. */
export const BatchChange = z.object({ batchId: z.uuid(), ownerId: z.string(), deleted: z.boolean() });
export type BatchChange = z.infer<typeof BatchChange>;

/** Name of the queue's event that carries a BatchChange. */
export const batchChangeEvent = "batch-change";

/** BullMQ's own limit. */
const lastPriority = 2 ** 21 - 1;

/** A job's priority: the smallest is next. Never 0, since jobs without one pass all that have one. */
export function priorityOfTurn(turn: number): number {
  return Math.min(Math.max(turn, 1), lastPriority);
}

export const jobOptions = {
  attempts: maxAttempts,
  backoff: { type: "exponential", delay: 2000 },
  removeOnComplete: { age: 3600, count: 100 },
  removeOnFail: { age: 86_400, count: 1000 },
} satisfies JobsOptions;

const prefix = "validation-";

/** The one job of a run. */
export function jobIdOf(runId: string): string {
  return `${prefix}${runId}`;
}

/** The run of a job, or null for an id of another form. */
export function runIdOf(jobId: string): string | null {
  return jobId.startsWith(prefix) ? jobId.slice(prefix.length) : null;
}
