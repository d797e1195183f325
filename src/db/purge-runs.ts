import { db } from "./client";
import { inTransaction } from "./transaction";

const atOnce = 500;

/**
 * Deletes runs that ended before a moment, with their findings and logs, and the rows of files that are gone and that no
 * run is about. A file whose bytes are still there comes due for the sweep. Returns the number of runs deleted.
 */
export async function purgeRuns(before: Date): Promise<number> {
  let purged = 0;
  for (;;) {
    const old = await db().validationRun.findMany({
      where: { status: { in: ["completed", "failed", "cancelled"] }, finishedAt: { lt: before } },
      select: { id: true, fileId: true },
      orderBy: { finishedAt: "asc" },
      take: atOnce,
    });
    purged += await inTransaction(async (tx) => {
      // A run that a person has just set going again is no longer old.
      const { count } = await tx.validationRun.deleteMany({
        where: { id: { in: old.map(({ id }) => id) }, finishedAt: { lt: before } },
      });
      const files = { id: { in: old.map(({ fileId }) => fileId) }, runs: { none: {} } };
      await tx.storedFile.updateMany({
        where: { ...files, removedAt: null },
        data: { deleteAfter: new Date() },
      });
      return count;
    });
    if (old.length < atOnce) break;
  }
  await db().storedFile.deleteMany({ where: { removedAt: { lt: before }, runs: { none: {} } } });
  return purged;
}
