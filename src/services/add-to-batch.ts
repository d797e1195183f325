import { addToBatch as writeRuns } from "@/db/add-to-batch";
import { findFile } from "@/db/find-file";
import type { RunView } from "@/db/run-view";
import { env } from "@/env";
import { AppError } from "@/errors";
import { jobIdOf } from "@/queue/contract";
import { traced } from "@/tracing";
import type { AddToBatchInput } from "./batch-inputs";
import { checkBatchSize, openUntil } from "./batch-limits";
import type { Call } from "./context";
import { hasJob } from "./has-job";
import { inGroups } from "./in-groups";
import { pushJobs } from "./push-jobs";
import { shelf } from "./shelf";

export interface AddedRuns {
  batchId: string;
  /** The run of each file, in the order in which the files were named. */
  validationIds: string[];
  /** False when the queue did not take all of them: they are kept, and start when it does. */
  queued: boolean;
}

/**
 * Queues a run of each uploaded file, all or none; a file that is in the batch already is its run there, so that asking
 * twice is asking once. Throws AppError `not-found` (batch, file), `file-gone`, `conflict` (the batch takes no more) and
 * `too-large`.
 */
export function addToBatch(call: Call<AddToBatchInput>): Promise<AddedRuns> {
  return traced("batches.add", { batchId: call.input.batchId }, () => add(call));
}

async function add({ ctx, input }: Call<AddToBatchInput>): Promise<AddedRuns> {
  const { ownerId, name: createdBy } = ctx.actor;
  const { batchId, fileIds } = input;
  checkBatchSize(fileIds.length);
  await inGroups(fileIds, async (id) => {
    const file = await findFile({ ownerId, id });
    if (!file) throw new AppError("not-found", "There is no such file.");
    if (!file.removedAt && !(await shelf().exists(file.storageKey)))
      throw new AppError("file-gone", "The file is no longer kept. Upload it again.");
  });
  const { MAX_BATCH_FILES: maxFiles } = env();
  const { runs, fresh } = await writeRuns({
    ownerId,
    createdBy,
    batchId,
    fileIds,
    maxFiles,
    openUntil: await openUntil(),
  });
  const queued = await pushJobs([...fresh, ...(await withoutJob(runs, fresh))]);
  return { batchId, validationIds: runs.map(({ runId }) => runId), queued };
}

/** A process that died between row and job left a run that waits for nothing. */
async function withoutJob(runs: readonly RunView[], fresh: readonly RunView[]): Promise<RunView[]> {
  const left: RunView[] = [];
  for (const run of runs) {
    if (run.status !== "queued" || fresh.includes(run)) continue;
    if (!(await hasJob(run.jobId ?? jobIdOf(run.runId)))) left.push(run);
  }
  return left;
}
