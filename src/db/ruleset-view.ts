import { z } from "zod";
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
  tables: RulesetTables;
}

/** The sha256 of each reference table, by its path in the document. */
export const RulesetTables = z.record(z.string(), z.string());
export type RulesetTables = z.infer<typeof RulesetTables>;

export interface RulesetSource {
  text: string;
  format: "yaml" | "json";
}

/** All columns but the text, which may be long. */
export const withoutText = { sourceText: true, sourceFormat: true } as const;

type Row = Omit<Ruleset, keyof typeof withoutText>;

export function toRulesetView(row: Row): RulesetView {
  return { ...toRulesetVersion(row), document: row.document, tables: RulesetTables.parse(row.tables) };
}

export function toRulesetVersion(row: Pick<Row, "id" | "version" | "title" | "createdAt">): RulesetVersion {
  const { id, version, title, createdAt } = row;
  return { id, version, title, createdAt: createdAt.toISOString() };
}

export function toRulesetSource(row: Pick<Ruleset, "sourceText" | "sourceFormat">): RulesetSource | null {
  const { sourceText: text, sourceFormat: format } = row;
  return text === null ? null : { text, format: format === "json" ? "json" : "yaml" };
}
