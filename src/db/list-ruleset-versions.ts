import { db } from "./client";
import { type RulesetVersion, toRulesetVersion } from "./ruleset-view";
import { safeText } from "./safe-text";

/** The versions of one ruleset, the latest first. */
export async function listRulesetVersions(input: { ownerId: string; id: string }): Promise<RulesetVersion[]> {
  const rows = await db().ruleset.findMany({
    where: { ownerId: input.ownerId, id: safeText(input.id) },
    orderBy: { version: "desc" },
    select: { id: true, version: true, title: true, createdAt: true },
  });
  return rows.map(toRulesetVersion);
}
