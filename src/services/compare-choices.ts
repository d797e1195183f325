import { listComparableRuns } from "@/db/list-comparable-runs";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import { type RunDetails, type RunSummary, toSummary } from "./run-details";

const most = 50;

/**
 * The earlier runs with which one can be compared: completed, of the same ruleset; those of a file of the same name come
 * first. Throws AppError `not-found`.
 */
export async function listCompareChoices({
  ctx,
  input,
}: Call<RunId>): Promise<{ run: RunDetails; choices: RunSummary[] }> {
  const run = await findOwnRun(ctx, input.runId);
  const { rulesetId, createdAt, fileName } = run;
  const { ownerId } = ctx.actor;
  const earlier = await listComparableRuns({ ownerId, rulesetId, createdAt, limit: most });
  const isSame = (other: RunSummary) => other.fileName === fileName;
  const choices = earlier.map(toSummary);
  return {
    run,
    choices: [...choices.filter(isSame), ...choices.filter((other) => !isSame(other))],
  };
}
