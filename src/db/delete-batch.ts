import { holdBatch } from "./hold-batch";
import { inTransaction } from "./transaction";

export interface ErasedRun {
  runId: string;
  fileId: string;
}

/** Deletes a batch with its runs, their findings and logs, whatever its state. Null when the owner has none such. */
export async function deleteBatch(
  input: { ownerId: string; batchId: string },
  finishedBefore?: Date,
): Promise<ErasedRun[] | null> {
  return inTransaction(async (tx) => {
    const batch = await holdBatch(tx, input);
    if (!batch) return null;
    // One that a person has just set going again is no longer old.
    if (finishedBefore && !(batch.finishedAt && batch.finishedAt < finishedBefore)) return null;
    const runs = await tx.validationRun.findMany({
      where: { batchId: batch.id },
      select: { id: true, fileId: true },
    });
    await tx.validationRun.deleteMany({ where: { batchId: batch.id } });
    await tx.batch.delete({ where: { id: batch.id } });
    return runs.map(({ id: runId, fileId }) => ({ runId, fileId }));
  });
}
