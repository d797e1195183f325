import { db } from "./client";
import { databaseNow } from "./clock";
import { holdBatch } from "./hold-batch";
import { settleBatch } from "./settle-batch";
import { inTransaction } from "./transaction";

interface Closing {
  batchId: string;
  ownerId: string;
}

/** Says that no more files come; a batch of which nothing is left to do ends with it. False when it was closed before, or is none. */
export async function closeBatch(input: Closing): Promise<boolean> {
  return close(input, "complete");
}

/** Closes batches whose next file has not come in time. Gives those that it closed. */
export async function expireBatches(now: Date): Promise<Closing[]> {
  const late = await db().batch.findMany({
    where: { closedAt: null, openUntil: { lt: now } },
    select: { id: true, ownerId: true },
  });
  const closed: Closing[] = [];
  for (const { id: batchId, ownerId } of late)
    if (await close({ batchId, ownerId }, "expired", now)) closed.push({ batchId, ownerId });
  return closed;
}

function close(input: Closing, closing: "complete" | "expired", now?: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const batch = await holdBatch(tx, input);
    if (!batch || batch.closedAt) return false;
    // A file came while this one waited for the row.
    if (now && batch.openUntil >= now) return false;
    await tx.batch.update({
      where: { id: batch.id },
      data: { closedAt: await databaseNow(), closing, revision: { increment: 1 } },
    });
    await settleBatch(tx, batch.id);
    return true;
  });
}
