import { toBatchView } from "./batch-view";
import type { Prisma } from "./generated/client";
import { planDeliveries } from "./plan-deliveries";
import { readBatches } from "./read-batches";
import { batchEvent } from "./run-event";

/**
 * Ends a batch that is closed and of which no run is left to end, and leaves its owner's webhooks a delivery each. Call
 * it in the transaction that made that possible, with the batch held: so it happens once, and whenever it is due.
 */
export async function settleBatch(tx: Prisma.TransactionClient, batchId: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE batches SET finished_at = now(), revision = revision + 1, round = round + 1
    WHERE id = ${batchId}::uuid AND closed_at IS NOT NULL AND finished_at IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM validation_runs WHERE batch_id = ${batchId}::uuid AND status IN ('queued', 'processing')
      )`;
  if (ended === 0) return false;
  const [row] = await readBatches({ batchId, limit: 1 }, tx);
  if (!row) return false;
  const batch = toBatchView(row);
  await planDeliveries(tx, batch.ownerId, [{ batchId, ...batchEvent(batch) }]);
  return true;
}
