import type { BatchView } from "@/db/batch-view";
import type { BatchId } from "./batch-inputs";
import type { Call } from "./context";
import { findOwnBatch } from "./find-own-batch";

/** One batch as it stands, added up from its runs. Throws AppError `not-found`. */
export async function getBatch({ ctx, input }: Call<BatchId>): Promise<BatchView> {
  return findOwnBatch(ctx, input.batchId);
}
