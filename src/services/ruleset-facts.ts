import { z } from "zod";
import { Overview } from "@/core/schema/reference-table";
import { findRuleset } from "@/db/find-ruleset";
import { hasSubjects } from "@/db/list-days";
import type { RunDetails } from "./run-details";

/** What a run's page must know of its ruleset. */
export interface RulesetFacts {
  /** ISO 4217 code of the money that findings put at stake. */
  currency: string | null;
  /** By whom and by which day findings are gathered; null when the ruleset says none. */
  overview: { by: string; day: string | null /** Whether a kept finding has one. */; found: boolean } | null;
}

const Facts = z.object({
  currency: z.string().nullish().catch(null),
  overview: Overview.nullish().catch(null),
});

/** Reads the facts of the version that the run was checked against; a plain Table Schema has none. */
export async function rulesetFacts(
  run: Pick<RunDetails, "ownerId" | "runId" | "rulesetId" | "rulesetVersion">,
): Promise<RulesetFacts> {
  const { ownerId, runId, rulesetId: id, rulesetVersion: version } = run;
  const ruleset = id === null || version === null ? null : await findRuleset({ ownerId, id, version });
  const { currency = null, overview } = Facts.catch({}).parse(ruleset?.document ?? {});
  if (!overview) return { currency, overview: null };
  const { by, day = null } = overview;
  return { currency, overview: { by, day, found: await hasSubjects({ ownerId, runId }) } };
}
