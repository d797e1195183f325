import { db } from "./client";
import { type RulesetView, toRulesetView, withoutText } from "./ruleset-view";

/** The latest version of each, by id. */
export async function listRulesets({ ownerId }: { ownerId: string }): Promise<RulesetView[]> {
  const rows = await db().ruleset.findMany({
    where: { ownerId },
    orderBy: [{ id: "asc" }, { version: "desc" }],
    distinct: ["id"],
    omit: withoutText,
  });
  return rows.map(toRulesetView);
}
