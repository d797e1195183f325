import { db } from "./client";
import { databaseNow } from "./clock";
import { deleteBatch } from "./delete-batch";
import type { Prisma } from "./generated/client";
import { inTransaction } from "./transaction";

const atOnce = 500;

const onItsOwn = { batchId: null } as const;

/**
 * Deletes runs that ended before a moment, with their findings and logs, and the rows of files that are gone and that no
 * run is about. A file whose bytes are still there comes due for the sweep. The runs of a batch
 * go with it, when its own end is that long ago. Returns the number of runs deleted.
 */
export async function purgeRuns(before: Date): Promise<number> {
  let purged = 0;
  for (;;) {
    const old = await db().validationRun.findMany({
      where: {
        status: { in: ["completed", "failed", "cancelled"] },
        finishedAt: { lt: before },
        ...onItsOwn,
      },
      select: { id: true, fileId: true },
      orderBy: { finishedAt: "asc" },
      take: atOnce,
    });
    purged += await inTransaction(async (tx) => {
      // A run that a person has just set going again is no longer old.
      const { count } = await tx.validationRun.deleteMany({
        where: { id: { in: old.map(({ id }) => id) }, finishedAt: { lt: before } },
      });
      await dueNow(
        tx,
        old.map(({ fileId }) => fileId),
      );
      return count;
    });
    if (old.length < atOnce) break;
  }
  purged += await purgeBatches(before);
  await db().storedFile.deleteMany({ where: { removedAt: { lt: before }, runs: { none: {} } } });
  return purged;
}

async function purgeBatches(before: Date): Promise<number> {
  let purged = 0;
  const old = await db().batch.findMany({
    where: { finishedAt: { lt: before } },
    select: { id: true, ownerId: true },
  });
  for (const { id: batchId, ownerId } of old) {
    const runs = await deleteBatch({ batchId, ownerId }, before);
    if (!runs) continue;
    await dueNow(
      db(),
      runs.map(({ fileId }) => fileId),
    );
    purged += runs.length;
  }
  return purged;
}

async function dueNow(client: Prisma.TransactionClient, fileIds: string[]): Promise<void> {
  await client.storedFile.updateMany({
    where: { id: { in: fileIds }, runs: { none: {} }, removedAt: null },
    data: { deleteAfter: await databaseNow() },
  });
}
