import { db } from "./client";

/** The sha256 of every reference table that some version of a ruleset names, whoever owns it. */
export async function listNamedTables(): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ sha256: string }[]>`
    SELECT DISTINCT named.value AS sha256 FROM rulesets, jsonb_each_text(rulesets.tables) AS named`;
  return new Set(rows.map(({ sha256 }) => sha256));
}
