import { addLog } from "@/db/add-log";
import { findFile } from "@/db/find-file";
import { listBatchRuns } from "@/db/list-batch-runs";
import { requeueBatch } from "@/db/requeue-batch";
import { AppError } from "@/errors";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import type { BatchId } from "./batch-inputs";
import type { Call } from "./context";
import { dropJob } from "./drop-job";
import { findOwnBatch } from "./find-own-batch";
import { inGroups } from "./in-groups";
import { queueAway } from "./push-job";
import { pushJobs } from "./push-jobs";
import { shelf } from "./shelf";
import { within } from "./within";

export interface RetriedRuns {
  /** Runs that wait again. */
  retried: number;
  /** Runs that cannot: their file is no longer kept. */
  gone: number;
}

/**
 * Queues the failed and cancelled runs of a batch again, whose files are still kept; the batch ends anew when they have.
 * Throws AppError `not-found`, `conflict` (none has failed, or one is still stopping), `file-gone` (no file is kept) and
 * `unavailable` (queue).
 */
export async function retryFailed({ ctx, input }: Call<BatchId>): Promise<RetriedRuns> {
  const { ownerId, name } = ctx.actor;
  const { batchId } = await findOwnBatch(ctx, input.batchId);
  const runs = await listBatchRuns({ ownerId, batchId });
  const stopped = runs.filter(({ status }) => status === "failed" || status === "cancelled");
  if (stopped.length === 0) throw new AppError("conflict", "No run of the batch has failed.");
  const runIds: string[] = [];
  await inGroups(stopped, async ({ runId, fileId }) => {
    const file = await findFile({ ownerId, id: fileId });
    if (!file || file.removedAt || !(await shelf().exists(file.storageKey))) return;
    await dropJob(runId);
    const job = await within(3000, producer().getJobStatus(jobIdOf(runId)));
    if (job?.state === "active")
      throw new AppError("conflict", "A run of the batch is still stopping. Retry in a moment.");
    runIds.push(runId);
  });
  if (runIds.length === 0) throw new AppError("file-gone", "No file is kept any more. Upload them again.");
  const requeued = await requeueBatch({ ownerId, batchId, runIds });
  for (const { runId } of requeued)
    await addLog({ runId, level: "info", source: "service", message: `Retry asked by ${name}.` });
  if (!(await pushJobs(requeued)))
    throw new AppError("unavailable", queueAway, { params: { category: "queue" } });
  return { retried: requeued.length, gone: stopped.length - runIds.length };
}
