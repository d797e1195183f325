import { deleteRun as eraseRun } from "@/db/delete-run";
import { listRunsOfFile } from "@/db/list-runs-of-file";
import type { Call } from "./context";
import { dropJob } from "./drop-job";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import { releaseFile } from "./release-file";
import { tellBatch } from "./tell-batch";
import { tellChange } from "./tell-change";

/** Deletes a run with its findings and log, whatever its status, and its file when no other run is about it. Throws AppError `not-found`. */
export async function deleteRun({ ctx, input }: Call<RunId>): Promise<{ runId: string }> {
  const { ownerId } = ctx.actor;
  const { runId } = input;
  const run = await findOwnRun(ctx, runId);
  // A worker that is at it finds its claim gone with the row.
  await eraseRun({ ownerId, runId });
  await dropJob(runId);
  await tellChange(run, true);
  // It may have been the last that its batch waited for.
  if (run.batchId) await tellBatch({ batchId: run.batchId, ownerId });
  const others = await listRunsOfFile({ ownerId, fileId: run.fileId });
  if (others.length === 0) await releaseFile(ctx, run.fileId);
  return { runId };
}
