import type { BatchView } from "@/db/batch-view";
import { listBatches as readBatches } from "@/db/list-batches";
import type { ListBatchesInput } from "./batch-inputs";
import type { Call } from "./context";

/** The actor's batches, newest first, by cursor pages. */
export async function listBatches({
  ctx,
  input,
}: Call<ListBatchesInput>): Promise<{ items: BatchView[]; nextCursor: string | null }> {
  return readBatches({ ...input, ownerId: ctx.actor.ownerId });
}
