import type { Prisma } from "./generated/client";

/** Removes all that earlier attempts stored, so that a retry can never double a finding. */
export async function wipeFindings(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await tx.validationResult.deleteMany({ where: { runId } });
  await tx.validationRow.deleteMany({ where: { runId } });
  await tx.validationTotal.deleteMany({ where: { runId } });
  await tx.validationRowSet.deleteMany({ where: { runId } });
}
