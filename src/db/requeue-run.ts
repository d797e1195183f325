import { priorityOf } from "@/priority";
import type { Snapshot } from "@/snapshot";
import { databaseNow } from "./clock";
import { holdBatchOf } from "./hold-batch";
import { reopenBatch } from "./reopen-batch";
import { nothingRead } from "./run-counters";
import { takeTurn } from "./take-turn";
import { inTransaction } from "./transaction";
import { updateRun } from "./update-run";
import { wipeFindings } from "./wipe-findings";

/**
 * Queues a failed or cancelled run anew, at the end of the queue and with nothing of its past; its batch is then not at
 * its end any more. Else returns null.
 */
export async function requeueRun(input: { ownerId: string; runId: string }): Promise<Snapshot | null> {
  const { ownerId, runId } = input;
  return inTransaction(async (tx) => {
    const batchId = await holdBatchOf(tx, runId);
    const run = await tx.validationRun.findFirst({
      where: { id: runId, ownerId },
      select: { priority: true },
    });
    if (!run) return null;
    const turn = await takeTurn(tx, { ownerId, priority: priorityOf(run.priority) });
    const snapshot = await updateRun(
      { id: runId, ownerId, status: { in: ["failed", "cancelled"] } },
      queuedAnew(turn, await databaseNow()),
      tx,
    );
    if (!snapshot) return null;
    await wipeFindings(tx, runId);
    if (batchId) await reopenBatch(tx, batchId);
    return snapshot;
  });
}

/** A run's columns as when it was new. */
export const queuedAnew = (turn: bigint, queuedAt: Date) => ({
  ...nothingRead,
  status: "queued" as const,
  turn,
  attempt: 0,
  claim: null,
  errorCode: null,
  errorMessage: null,
  queuedAt,
  startedAt: null,
  finishedAt: null,
});
