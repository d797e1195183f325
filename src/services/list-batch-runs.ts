import { type BatchRun, listBatchRuns as readRuns } from "@/db/list-batch-runs";
import type { BatchId } from "./batch-inputs";
import type { Call } from "./context";
import { findOwnBatch } from "./find-own-batch";

/** Every run of a batch, in the order in which the files came. Throws AppError `not-found`. */
export async function listBatchRuns({ ctx, input }: Call<BatchId>): Promise<BatchRun[]> {
  const { batchId } = await findOwnBatch(ctx, input.batchId);
  return readRuns({ ownerId: ctx.actor.ownerId, batchId });
}
