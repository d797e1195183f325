import { listRulesetVersions as readVersions } from "@/db/list-ruleset-versions";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { RulesetId } from "./inputs";

/** The versions of one of the actor's rulesets, the latest first. Throws AppError `not-found`. */
export async function listRulesetVersions({ ctx, input }: Call<RulesetId>) {
  const versions = await readVersions({ ownerId: ctx.actor.ownerId, id: input.id });
  if (versions.length === 0) throw new AppError("not-found", "There is no such ruleset.");
  return versions;
}
