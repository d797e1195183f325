import { type BatchView, toBatchView } from "./batch-view";
import { readBatches } from "./read-batches";

/** Null when the owner has no such batch. */
export async function findBatch(where: { ownerId: string; batchId: string }): Promise<BatchView | null> {
  const [row] = await readBatches({ ...where, limit: 1 });
  return row ? toBatchView(row) : null;
}
