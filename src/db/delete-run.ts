import { inTransaction } from "./transaction";

/**
 * Deletes a run with its findings and logs, whatever its status; an attempt at work loses its claim.
 * Returns its file's id, or null when the owner has no such run.
 */
export async function deleteRun(input: {
  ownerId: string;
  runId: string;
}): Promise<{ fileId: string } | null> {
  const where = { id: input.runId, ownerId: input.ownerId };
  return inTransaction(async (tx) => {
    const run = await tx.validationRun.findFirst({ where, select: { fileId: true } });
    const { count } = await tx.validationRun.deleteMany({ where });
    return count > 0 ? run : null;
  });
}
