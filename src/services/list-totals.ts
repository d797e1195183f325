import { listTotals as readTotals } from "@/db/list-totals";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";

/** Exact totals per code and column of a completed run. Throws AppError `not-found`. */
export async function listTotals({ ctx, input }: Call<RunId>) {
  await findOwnRun(ctx, input.runId);
  return readTotals({ ownerId: ctx.actor.ownerId, runId: input.runId });
}
