import { findFile } from "@/db/find-file";
import { insertRun } from "@/db/insert-run";
import { AppError } from "@/errors";
import { addLogFields } from "@/log";
import { jobIdOf } from "@/queue/contract";
import { traced } from "@/tracing";
import type { Call } from "./context";
import { getRuleset } from "./get-ruleset";
import { hasJob } from "./has-job";
import type { EnqueueInput } from "./inputs";
import { type EnqueuedRun, pushJob } from "./push-job";
import { shelf } from "./shelf";

/**
 * Queues a run of an uploaded file. The same file with the same ruleset and options, asked again before the first run
 * has ended, is that first run. Throws AppError `not-found` (file, ruleset), `file-gone`, `unavailable` (queue).
 */
export function enqueueRun(call: Call<EnqueueInput>): Promise<EnqueuedRun> {
  return traced("runs.enqueue", { fileId: call.input.fileId }, async (span) => {
    const run = await enqueue(call);
    span.tell({ runId: run.validationId, jobId: run.jobId });
    return run;
  });
}

async function enqueue({ ctx, input }: Call<EnqueueInput>): Promise<EnqueuedRun> {
  const { ownerId, name: createdBy } = ctx.actor;
  const { fileId, rulesetId: id, rulesetVersion: version, keepHours, priority } = input;
  const [file, ruleset] = await Promise.all([
    findFile({ ownerId, id: fileId }),
    id === undefined ? null : getRuleset({ ctx, input: { id, version } }),
  ]);
  if (!file) throw new AppError("not-found", "There is no such file.");
  if (file.removedAt || !(await shelf().exists(file.storageKey)))
    throw new AppError("file-gone", "The file is no longer kept. Upload it again.");
  const run = await insertRun({
    ownerId,
    createdBy,
    fileId,
    keepHours,
    priority,
    rulesetId: ruleset?.id,
    rulesetVersion: ruleset?.version,
    options: input.options,
  });
  const jobId = run.jobId ?? jobIdOf(run.runId);
  addLogFields({ runId: run.runId, jobId });
  // A process that died between row and job left a run that waits for nothing.
  if (run.isNew || (run.status === "queued" && !(await hasJob(jobId)))) return pushJob(run);
  return { validationId: run.runId, status: "queued", jobId };
}
