import { isDeepStrictEqual } from "node:util";
import { findFile } from "@/db/find-file";
import { insertRun } from "@/db/insert-run";
import { listRunsOfFile } from "@/db/list-runs-of-file";
import { AppError } from "@/errors";
import { jobIdOf } from "@/queue/contract";
import { isFinal } from "@/snapshot";
import { storage } from "@/storage/local-storage";
import type { Call } from "./context";
import { getRuleset } from "./get-ruleset";
import type { EnqueueInput, ReadOptions } from "./inputs";
import { oneAtATime } from "./one-at-a-time";
import { type EnqueuedRun, pushJob } from "./push-job";

/**
 * Queues a run of an uploaded file. The same file with the same ruleset and options, asked again before the first run
 * has ended, is that first run. Throws AppError `not-found` (file, ruleset), `file-gone`, `unavailable` (queue).
 */
export async function enqueueRun({ ctx, input }: Call<EnqueueInput>): Promise<EnqueuedRun> {
  const { ownerId, name: createdBy } = ctx.actor;
  const { fileId, rulesetId: id, rulesetVersion: version, keepHours } = input;
  const [file, ruleset] = await Promise.all([
    findFile({ ownerId, id: fileId }),
    id === undefined ? null : getRuleset({ ctx, input: { id, version } }),
  ]);
  if (!file) throw new AppError("not-found", "There is no such file.");
  if (file.removedAt || !(await storage().exists(file.storageKey)))
    throw new AppError("file-gone", "The file is no longer kept. Upload it again.");
  const wanted = {
    rulesetId: ruleset?.id ?? null,
    rulesetVersion: ruleset?.version ?? null,
    options: input.options ?? {},
  };
  return oneAtATime(`enqueue ${fileId}`, async () => {
    const same = (await listRunsOfFile({ ownerId, fileId })).find(
      (run) => !isFinal(run.status) && sameWork(run, wanted),
    );
    if (same) return { validationId: same.runId, status: "queued", jobId: same.jobId ?? jobIdOf(same.runId) };
    const run = await insertRun({ ...wanted, ownerId, createdBy, fileId, keepHours });
    return pushJob(run);
  });
}

interface Work {
  rulesetId: string | null;
  rulesetVersion: number | null;
  options: ReadOptions;
}

function sameWork(a: Work, b: Work): boolean {
  return (
    a.rulesetId === b.rulesetId &&
    a.rulesetVersion === b.rulesetVersion &&
    isDeepStrictEqual(said(a.options), said(b.options))
  );
}

function said(options: ReadOptions): unknown {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
