import { addLog } from "@/db/add-log";
import { findFile } from "@/db/find-file";
import { requeueRun } from "@/db/requeue-run";
import { AppError } from "@/errors";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { traced } from "@/tracing";
import type { Call } from "./context";
import { dropJob } from "./drop-job";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import { type EnqueuedRun, pushJob } from "./push-job";
import { shelf } from "./shelf";
import { within } from "./within";

/**
 * Queues a failed or cancelled run again, from its first attempt.
 * Throws AppError `not-found`, `conflict` (another status, or still stopping), `file-gone`, `unavailable` (queue).
 */
export function retryRun(call: Call<RunId>): Promise<EnqueuedRun> {
  return traced("runs.retry", { runId: call.input.runId }, () => retry(call));
}

async function retry({ ctx, input }: Call<RunId>): Promise<EnqueuedRun> {
  const { ownerId } = ctx.actor;
  const { runId } = input;
  const run = await findOwnRun(ctx, runId);
  if (run.status !== "failed" && run.status !== "cancelled")
    throw new AppError("conflict", "Only a failed or cancelled run can be retried.");
  const file = await findFile({ ownerId, id: run.fileId });
  if (!file || file.removedAt || !(await shelf().exists(file.storageKey)))
    throw new AppError("file-gone", "The file is no longer kept. Upload it again.");
  // A queue ignores a job whose id it still holds, so the last one must be gone first.
  await dropJob(runId);
  const job = await within(3000, producer().getJobStatus(jobIdOf(runId)));
  if (job?.state === "active")
    throw new AppError("conflict", "The run is still stopping. Retry in a moment.");
  if (!(await requeueRun({ ownerId, runId })))
    throw new AppError("conflict", "The run has changed meanwhile.");
  await addLog({ runId, level: "info", source: "service", message: `Retry asked by ${ctx.actor.name}.` });
  return pushJob(await findOwnRun(ctx, runId));
}
