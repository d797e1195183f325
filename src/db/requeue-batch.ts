import { priorityOf, turnCosts } from "@/priority";
import { databaseNow } from "./clock";
import { holdBatch } from "./hold-batch";
import { reopenBatch } from "./reopen-batch";
import { queuedAnew } from "./requeue-run";
import { type RunView, toRunView, withFile } from "./run-view";
import { takeTurn } from "./take-turn";
import { inTransaction } from "./transaction";
import { updateRun } from "./update-run";
import { wipeFindings } from "./wipe-findings";

/** Queues the named runs of a batch anew, as far as they have failed or were cancelled, in one transaction: the batch ends once for all of them. */
export async function requeueBatch(input: {
  ownerId: string;
  batchId: string;
  runIds: readonly string[];
}): Promise<RunView[]> {
  const { ownerId, batchId } = input;
  return inTransaction(async (tx) => {
    const batch = await holdBatch(tx, { ownerId, batchId });
    if (!batch) return [];
    const stopped = await tx.validationRun.findMany({
      where: { batchId, id: { in: [...input.runIds] }, status: { in: ["failed", "cancelled"] } },
      select: { id: true },
      orderBy: [{ createdAt: "asc" }, { fileName: "asc" }, { id: "asc" }],
    });
    const priority = priorityOf(batch.priority);
    const queuedAt = await databaseNow();
    let turn = await takeTurn(tx, { ownerId, priority });
    for (const { id } of stopped) {
      await updateRun({ id }, queuedAnew(turn, queuedAt), tx);
      await wipeFindings(tx, id);
      turn += BigInt(turnCosts[priority]);
    }
    if (stopped.length > 0) await reopenBatch(tx, batchId);
    const ids = stopped.map(({ id }) => id);
    const rows = await tx.validationRun.findMany({ where: { id: { in: ids } }, include: withFile });
    return rows.map(toRunView).sort((a, b) => a.turn - b.turn);
  });
}
