import { readSnapshot } from "@/db/read-snapshot";
import type { RunView } from "@/db/run-view";
import { AppError } from "@/errors";
import { log } from "@/log";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { tellChange } from "./tell-change";
import { within } from "./within";

export interface EnqueuedRun {
  validationId: string;
  status: "queued";
  jobId: string;
}

/** What a log line says of a run. */
export function namesOf({ runId, batchId }: Pick<RunView, "runId" | "batchId">) {
  return batchId === null ? { runId } : { runId, batchId };
}

export const queueAway = "The queue does not answer. What was asked is kept, and starts when the queue does.";

/**
 * Hands a queued run to the queue. When the queue does not take it, the run stays queued: the sweep of runs puts it
 * back, and so does asking again. Throws AppError `unavailable` then.
 */
export async function pushJob(run: Omit<RunView, "report">): Promise<EnqueuedRun> {
  const jobId = run.jobId ?? jobIdOf(run.runId);
  try {
    await within(5000, producer().enqueue(run));
    log.info({ ...namesOf(run), jobId }, "a run was queued");
  } catch (cause) {
    log.warn({ ...namesOf(run), err: cause }, "the queue did not take a run");
    if (!(await isTaken(run.runId)))
      throw new AppError("unavailable", queueAway, { cause, params: { category: "queue" } });
  } finally {
    // A bell only, which never throws: the caller need not wait for it.
    void tellChange(run);
  }
  return { validationId: run.runId, status: "queued", jobId };
}

/** The queue took the job and its answer was lost, when a worker has the run already. Asking again would make another. */
async function isTaken(runId: string): Promise<boolean> {
  const snapshot = await readSnapshot(runId);
  return snapshot !== null && snapshot.status !== "queued";
}
