import type { Prisma } from "./generated/client";

/** Removes all that earlier attempts stored, so that a retry can never double a finding. One statement, since each run pays for it. */
export async function wipeFindings(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await tx.$executeRaw`
    WITH results AS (DELETE FROM validation_results WHERE validation_run_id = ${runId}::uuid),
      rows AS (DELETE FROM validation_rows WHERE validation_run_id = ${runId}::uuid),
      totals AS (DELETE FROM validation_totals WHERE validation_run_id = ${runId}::uuid)
    DELETE FROM validation_row_sets WHERE validation_run_id = ${runId}::uuid`;
}
