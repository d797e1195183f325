import type { Prisma } from "./generated/client";

/** A batch of which a run is to run again is not at its end any more, nor cancelled. Call it with the batch held. */
export async function reopenBatch(tx: Prisma.TransactionClient, batchId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE batches SET finished_at = NULL, revision = revision + 1,
      closing = CASE WHEN closing = 'cancelled' THEN 'complete' ELSE closing END
    WHERE id = ${batchId}::uuid`;
}
