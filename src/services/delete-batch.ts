import { deleteBatch as eraseBatch } from "@/db/delete-batch";
import { AppError } from "@/errors";
import type { BatchId } from "./batch-inputs";
import type { Call } from "./context";
import { dropJob } from "./drop-job";
import { inGroups } from "./in-groups";
import { releaseFile } from "./release-file";
import { tellBatch } from "./tell-batch";
import { tellChange } from "./tell-change";

/** Deletes a batch with its runs, their findings and their files, whatever its state. Throws AppError `not-found`. */
export async function deleteBatch({ ctx, input }: Call<BatchId>): Promise<BatchId> {
  const { ownerId } = ctx.actor;
  const { batchId } = input;
  const erased = await eraseBatch({ ownerId, batchId });
  if (!erased) throw new AppError("not-found", "There is no such batch.");
  await tellBatch({ batchId, ownerId }, true);
  await inGroups(erased, async ({ runId, fileId }) => {
    // A worker that is at it finds its claim gone with the row.
    await dropJob(runId);
    await tellChange({ runId, ownerId, batchId, status: "cancelled" }, true);
    await releaseFile(ctx, fileId);
  });
  return { batchId };
}
