import type { Ruleset } from "./generated/client";

export interface RulesetView {
  id: string;
  version: number;
  title: string;
  /** As it was saved, for `parseRuleset`. */
  document: unknown;
  createdAt: string;
}

export function toRulesetView(row: Ruleset): RulesetView {
  const { id, version, title, document } = row;
  return { id, version, title, document, createdAt: row.createdAt.toISOString() };
}
