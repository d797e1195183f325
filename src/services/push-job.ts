import { databaseIn } from "@/db/clock";
import { failRun } from "@/db/fail-run";
import type { RunView } from "@/db/run-view";
import { setFileDeadline } from "@/db/set-file-deadline";
import { env } from "@/env";
import { AppError } from "@/errors";
import { log } from "@/log";
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

export const queueUnavailable = "The queue could not take the run. Retry it later.";

/**
 * Hands a queued run to the queue. When the queue does not take it, the run is marked failed, so that no run waits for
 * a job that is not there, and its file stays for a retry. Throws AppError `unavailable`.
 */
export async function pushJob(run: Omit<RunView, "report">): Promise<EnqueuedRun> {
  let jobId: string;
  try {
    jobId = await within(5000, producer().enqueue(run));
  } catch (cause) {
    log.warn({ ...namesOf(run), err: cause }, "the queue did not take a run");
    const failed = await failRun({
      runId: run.runId,
      errorCode: "unavailable",
      errorMessage: queueUnavailable,
    });
    await setFileDeadline(run.fileId, await databaseIn(env().FAILED_FILE_HOURS * 3_600_000));
    if (failed) await tellChange(failed);
    throw new AppError("unavailable", queueUnavailable, { cause, params: { category: "queue" } });
  }
  log.info({ ...namesOf(run), jobId }, "a run was queued");
  // A bell only, which never throws: the caller need not wait for it.
  void tellChange(run);
  return { validationId: run.runId, status: "queued", jobId };
}
