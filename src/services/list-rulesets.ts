import { listRulesets as readRulesets } from "@/db/list-rulesets";
import type { Context } from "./context";

/** The latest version of each of the actor's rulesets. */
export async function listRulesets({ ctx }: { ctx: Context }) {
  return readRulesets({ ownerId: ctx.actor.ownerId });
}
