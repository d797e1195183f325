import type { BatchView } from "@/db/batch-view";
import { findBatch } from "@/db/find-batch";
import { AppError } from "@/errors";
import type { Context } from "./context";

/** The actor's batch. Throws AppError `not-found` for an unknown id and for another owner's batch alike. */
export async function findOwnBatch(ctx: Context, batchId: string): Promise<BatchView> {
  const batch = await findBatch({ ownerId: ctx.actor.ownerId, batchId });
  if (!batch) throw new AppError("not-found", "There is no such batch.");
  return batch;
}
