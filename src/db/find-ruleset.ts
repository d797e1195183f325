import { db } from "./client";
import { type RulesetSource, type RulesetView, toRulesetSource, toRulesetView } from "./ruleset-view";
import { safeText } from "./safe-text";

/** One version of a ruleset, the latest when none is named; `source` is what its author wrote. */
export async function findRuleset(input: {
  ownerId: string;
  id: string;
  version?: number | undefined;
}): Promise<(RulesetView & { source: RulesetSource | null }) | null> {
  const { ownerId, version } = input;
  const row = await db().ruleset.findFirst({
    where: { ownerId, id: safeText(input.id), ...(version === undefined ? {} : { version }) },
    orderBy: { version: "desc" },
  });
  return row && { ...toRulesetView(row), source: toRulesetSource(row) };
}
