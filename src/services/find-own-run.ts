import { findRun } from "@/db/find-run";
import { AppError } from "@/errors";
import type { Context } from "./context";
import { type RunDetails, toDetails } from "./run-details";

/** The actor's run. Throws AppError `not-found` for an unknown id and for another owner's run alike. */
export async function findOwnRun(ctx: Context, runId: string): Promise<RunDetails> {
  const run = await findRun({ ownerId: ctx.actor.ownerId, runId });
  if (!run) throw new AppError("not-found", "There is no such run.");
  return toDetails(run);
}
