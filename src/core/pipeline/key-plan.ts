import { missingTokens } from "../schema/missing-tokens";
import type { Ruleset } from "../schema/ruleset";

export interface KeyPlan {
  /** Indexes of the file's columns that make the key, in the key's order. */
  columns: number[];
  fields: string[];
  missing: ReadonlySet<string>;
}

/** The primary key to check, `null` when the ruleset has none, or the field that no column of the file holds. */
export function planKey(
  ruleset: Ruleset | null,
  matched: readonly (number | null)[],
): KeyPlan | { absent: string } | null {
  const key = ruleset?.schema.primaryKey;
  if (!ruleset || !key) return null;
  const fields = typeof key === "string" ? [key] : key;
  if (fields.length === 0) return null;
  const columns: number[] = [];
  for (const name of fields) {
    const column = matched.indexOf(ruleset.schema.fields.findIndex((field) => field.name === name));
    if (column < 0) return { absent: name };
    columns.push(column);
  }
  return { columns, fields, missing: new Set(missingTokens(ruleset.schema.missingValues)) };
}
