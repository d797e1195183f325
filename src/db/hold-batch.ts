import type { Batch, Prisma } from "./generated/client";

/**
 * Takes the batch's row until the transaction ends, so that of several that decide about it each sees what the one
 * before did. Whoever needs its runs' rows too takes the batch first. Null when there is none.
 */
export async function holdBatch(
  tx: Prisma.TransactionClient,
  { batchId: id, ownerId }: { batchId: string; ownerId?: string },
): Promise<Batch | null> {
  await tx.$queryRaw`SELECT 1 FROM batches WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.batch.findFirst({ where: { id, ...(ownerId === undefined ? {} : { ownerId }) } });
}

/** The same for the batch that a run is of; its id, or null for a run that is of none. */
export async function holdBatchOf(tx: Prisma.TransactionClient, runId: string): Promise<string | null> {
  const [batch] = await tx.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM batches b JOIN validation_runs r ON r.batch_id = b.id
    WHERE r.id = ${runId}::uuid FOR NO KEY UPDATE OF b`;
  return batch?.id ?? null;
}
