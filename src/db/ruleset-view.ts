import type { Ruleset } from "./generated/client";

export interface RulesetVersion {
  id: string;
  version: number;
  title: string;
  createdAt: string;
}

export interface RulesetView extends RulesetVersion {
  /** As it was saved, for `parseRuleset`. */
  document: unknown;
}

export interface RulesetSource {
  text: string;
  format: "yaml" | "json";
}

/** All columns but the text, which may be long. */
export const withoutText = { sourceText: true, sourceFormat: true } as const;

type Row = Omit<Ruleset, keyof typeof withoutText>;

export function toRulesetView(row: Row): RulesetView {
  return { ...toRulesetVersion(row), document: row.document };
}

export function toRulesetVersion(row: Pick<Row, "id" | "version" | "title" | "createdAt">): RulesetVersion {
  const { id, version, title, createdAt } = row;
  return { id, version, title, createdAt: createdAt.toISOString() };
}

export function toRulesetSource(row: Pick<Ruleset, "sourceText" | "sourceFormat">): RulesetSource | null {
  const { sourceText: text, sourceFormat: format } = row;
  return text === null ? null : { text, format: format === "json" ? "json" : "yaml" };
}
