import { isFinal, type RunStatus, type Snapshot } from "@/snapshot";
import { db } from "./client";
import { databaseNow } from "./clock";
import type { Prisma } from "./generated/client";
import { holdBatchOf } from "./hold-batch";
import { planDeliveries } from "./plan-deliveries";
import { runEvent } from "./run-event";
import { toSnapshot } from "./run-view";
import { settleBatch } from "./settle-batch";
import { inTransaction } from "./transaction";

type Change = Omit<Prisma.ValidationRunUpdateManyMutationInput, "revision" | "updatedAt" | "status"> & {
  status?: RunStatus;
};

/**
 * The one way to change a run: a single conditional UPDATE that counts the revision up. A run that becomes final leaves
 * its owner's webhooks a delivery each, and ends its batch when it was the last, in the same transaction. Returns the new snapshot, or null when no run meets the condition.
 */
export async function updateRun(
  where: Prisma.ValidationRunWhereInput & { id: string },
  change: Change,
  client?: Prisma.TransactionClient,
): Promise<Snapshot | null> {
  if (change.status === undefined || !isFinal(change.status)) return write(client ?? db(), where, change);
  const end = async (tx: Prisma.TransactionClient) => {
    const batchId = await holdBatchOf(tx, where.id);
    const snapshot = await write(tx, where, change);
    if (!snapshot) return null;
    const { runId, ownerId } = snapshot;
    await planDeliveries(tx, ownerId, [{ runId, ...runEvent(snapshot) }]);
    if (batchId) await settleBatch(tx, batchId);
    return snapshot;
  };
  return client ? end(client) : inTransaction(end);
}

async function write(
  client: Prisma.TransactionClient,
  where: Prisma.ValidationRunWhereInput,
  change: Change,
): Promise<Snapshot | null> {
  const [row] = await client.validationRun.updateManyAndReturn({
    where,
    data: { ...change, revision: { increment: 1 }, updatedAt: await databaseNow() },
  });
  return row ? toSnapshot(row) : null;
}
