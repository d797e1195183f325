import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import { type RulesetFacts, rulesetFacts } from "./ruleset-facts";
import type { RunDetails } from "./run-details";

/** One run as it stands, with what its page must know of its ruleset. Throws AppError `not-found`. */
export async function getRun({ ctx, input }: Call<RunId>): Promise<RunDetails & RulesetFacts> {
  const run = await findOwnRun(ctx, input.runId);
  return { ...run, ...(await rulesetFacts(run)) };
}
