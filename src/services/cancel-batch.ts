import { addLog } from "@/db/add-log";
import type { BatchView } from "@/db/batch-view";
import { cancelBatch as writeCancel } from "@/db/cancel-batch";
import { AppError } from "@/errors";
import type { BatchId } from "./batch-inputs";
import type { Call } from "./context";
import { dropJob } from "./drop-job";
import { findOwnBatch } from "./find-own-batch";
import { inGroups } from "./in-groups";
import { releaseFile } from "./release-file";
import { tellBatch } from "./tell-batch";
import { tellChange } from "./tell-change";

/**
 * Cancels what has not ended of a batch, and takes no more files into it. Cancelling twice is the same as once. Throws
 * AppError `not-found`, and `conflict` when it has ended otherwise.
 */
export async function cancelBatch({ ctx, input }: Call<BatchId>): Promise<BatchView> {
  const { ownerId, name } = ctx.actor;
  const { batchId } = input;
  const cancelled = await writeCancel({ ownerId, batchId });
  const batch = await findOwnBatch(ctx, batchId);
  if (!cancelled) {
    if (batch.isCancelled) return batch;
    throw new AppError("conflict", "The batch has already ended.");
  }
  // Before anybody is told: what can be retried depends on the files.
  await inGroups(cancelled, ({ fileId }) => releaseFile(ctx, fileId));
  await tellBatch(batch);
  await inGroups(cancelled, async ({ snapshot }) => {
    const { runId } = snapshot;
    await dropJob(runId);
    await tellChange(snapshot);
    await addLog({
      runId,
      level: "info",
      source: "service",
      message: `Cancelled with its batch by ${name}.`,
    });
  });
  return findOwnBatch(ctx, batchId);
}
