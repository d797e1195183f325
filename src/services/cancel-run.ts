import { addLog } from "@/db/add-log";
import { cancelRun as writeCancel } from "@/db/cancel-run";
import { AppError } from "@/errors";
import { Snapshot } from "@/snapshot";
import type { Call } from "./context";
import { dropJob } from "./drop-job";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import { releaseFile } from "./release-file";
import { tellChange } from "./tell-change";

/**
 * Cancels a run that waits or is at work, wherever its worker is: the row says so, and the worker's next write finds out.
 * Cancelling twice is the same as once. Throws AppError `not-found`, and `conflict` when it has ended otherwise.
 */
export async function cancelRun({ ctx, input }: Call<RunId>): Promise<Snapshot> {
  const { runId } = input;
  const snapshot = await writeCancel({ ownerId: ctx.actor.ownerId, runId });
  const run = await findOwnRun(ctx, runId);
  if (!snapshot) {
    if (run.status === "cancelled") return Snapshot.parse(run);
    throw new AppError("conflict", "The run has already ended.");
  }
  await dropJob(runId);
  await releaseFile(ctx, run.fileId);
  await tellChange(snapshot);
  await addLog({ runId, level: "info", source: "service", message: `Cancelled by ${ctx.actor.name}.` });
  return snapshot;
}
