import type { Snapshot } from "@/snapshot";
import { databaseNow } from "./clock";
import { holdBatch } from "./hold-batch";
import { planDeliveries } from "./plan-deliveries";
import { runEvent } from "./run-event";
import { toSnapshot } from "./run-view";
import { settleBatch } from "./settle-batch";
import { inTransaction } from "./transaction";

export interface CancelledRun {
  snapshot: Snapshot;
  fileId: string;
}

/**
 * Cancels every run of the batch that has not ended, closes the batch and ends it, in one transaction. Null when it has
 * ended before, or there is none.
 */
export async function cancelBatch(input: {
  ownerId: string;
  batchId: string;
}): Promise<CancelledRun[] | null> {
  return inTransaction(async (tx) => {
    const batch = await holdBatch(tx, input);
    if (!batch || batch.finishedAt) return null;
    const now = await databaseNow();
    const rows = await tx.validationRun.updateManyAndReturn({
      where: { batchId: batch.id, status: { in: ["queued", "processing"] } },
      data: {
        status: "cancelled",
        claim: null,
        finishedAt: now,
        updatedAt: now,
        revision: { increment: 1 },
      },
    });
    const cancelled = rows.map((row) => ({ snapshot: toSnapshot(row), fileId: row.fileId }));
    await planDeliveries(
      tx,
      batch.ownerId,
      cancelled.map(({ snapshot }) => ({ runId: snapshot.runId, ...runEvent(snapshot) })),
    );
    await tx.batch.update({
      where: { id: batch.id },
      data: { closedAt: batch.closedAt ?? now, closing: "cancelled", revision: { increment: 1 } },
    });
    await settleBatch(tx, batch.id);
    return cancelled;
  });
}
