import { listLogs as readLogs } from "@/db/list-logs";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";

/** What happened to one run, oldest first. Throws AppError `not-found`. */
export async function listLogs({ ctx, input }: Call<RunId>) {
  await findOwnRun(ctx, input.runId);
  return readLogs({ ownerId: ctx.actor.ownerId, runId: input.runId });
}
