import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import type { RunDetails } from "./run-details";

/** One run as it stands. Throws AppError `not-found`. */
export async function getRun({ ctx, input }: Call<RunId>): Promise<RunDetails> {
  return findOwnRun(ctx, input.runId);
}
