import { findRuleset } from "@/db/find-ruleset";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { RulesetRef } from "./inputs";

/** One version of a ruleset, the latest when none is named. Throws AppError `not-found`. */
export async function getRuleset({ ctx, input }: Call<RulesetRef>) {
  const ruleset = await findRuleset({ ...input, ownerId: ctx.actor.ownerId });
  if (!ruleset) throw new AppError("not-found", "There is no such ruleset.");
  const { source: _, ...view } = ruleset;
  return view;
}
