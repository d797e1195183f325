import { holdBatchOf } from "./hold-batch";
import { settleBatch } from "./settle-batch";
import { inTransaction } from "./transaction";

/**
 * Deletes a run with its findings and logs, whatever its status; an attempt at work loses its claim. Its batch counts it
 * no more, and ends when nothing else was left to do. Returns its file's id, or null when the owner has no such run.
 */
export async function deleteRun(input: {
  ownerId: string;
  runId: string;
}): Promise<{ fileId: string } | null> {
  const where = { id: input.runId, ownerId: input.ownerId };
  return inTransaction(async (tx) => {
    const batchId = await holdBatchOf(tx, input.runId);
    const run = await tx.validationRun.findFirst({ where, select: { fileId: true } });
    // By the row that is deleted: a worker may write another revision until then.
    const [deleted] = await tx.$queryRaw<{ revision: number }[]>`
      DELETE FROM validation_runs WHERE id = ${where.id}::uuid AND owner_id = ${where.ownerId} RETURNING revision`;
    if (!run || !deleted) return null;
    if (batchId) {
      const revision = { increment: deleted.revision + 1 };
      await tx.batch.update({ where: { id: batchId }, data: { revision, deletedRuns: { increment: 1 } } });
      await settleBatch(tx, batchId);
    }
    return run;
  });
}
