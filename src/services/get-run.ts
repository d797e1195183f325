import type { RunView } from "@/db/run-view";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";

/** One run as it stands. Throws AppError `not-found`. */
export async function getRun({ ctx, input }: Call<RunId>): Promise<RunView> {
  return findOwnRun(ctx, input.runId);
}
