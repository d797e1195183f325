import type { BatchView } from "@/db/batch-view";
import { closeBatch as writeClose } from "@/db/close-batch";
import type { BatchId } from "./batch-inputs";
import type { Call } from "./context";
import { findOwnBatch } from "./find-own-batch";
import { tellBatch } from "./tell-batch";

/** Says that no more files come. Closing twice is the same as once. Throws AppError `not-found`. */
export async function closeBatch({ ctx, input }: Call<BatchId>): Promise<BatchView> {
  const { ownerId } = ctx.actor;
  const { batchId } = input;
  if (await writeClose({ ownerId, batchId })) await tellBatch({ batchId, ownerId });
  return findOwnBatch(ctx, batchId);
}
