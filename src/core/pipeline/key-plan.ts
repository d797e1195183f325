import { compileKeyPart } from "../schema/key-part";
import type { Ruleset } from "../schema/ruleset";
import { foreignKeysOf, type KeySet, keysOf } from "../schema/schema-keys";

export interface KeyPlan {
  code: KeySet["code"];
  /** Indexes of the file's columns that make the key, in the key's order. */
  columns: number[];
  fields: string[];
  /** For each column: the cell as part of the key, null when it is missing. */
  reads: ((cell: string) => string | null)[];
}

export interface KeyPlans {
  plans: KeyPlan[];
  /** Keys that cannot be checked, and why. */
  notRun: { check: string; reason: string }[];
}

/** The keys to check in the file's columns; `matched[i]` is the index of column i's field, or null. */
export function planKeys(ruleset: Ruleset | null, matched: readonly (number | null)[]): KeyPlans {
  const result: KeyPlans = { plans: [], notRun: [] };
  if (!ruleset) return result;
  const { schema } = ruleset;
  for (const key of keysOf(schema)) {
    const plan: KeyPlan = { ...key, columns: [], reads: [] };
    const absent = key.fields.find((name) => {
      const at = schema.fields.findIndex((field) => field.name === name);
      const column = matched.indexOf(at);
      const field = schema.fields[at];
      if (column < 0 || !field) return true;
      plan.columns.push(column);
      plan.reads.push(compileKeyPart(field, schema.missingValues));
      return false;
    });
    if (absent === undefined) result.plans.push(plan);
    else result.notRun.push({ check: nameOf(key), reason: `no-column:${absent}` });
  }
  for (const { fields } of foreignKeysOf(schema))
    result.notRun.push({ check: `foreign-key:${fields.join(", ")}`, reason: "no-references" });
  return result;
}

function nameOf({ code, fields }: KeySet): string {
  return code === "primary-key" ? code : `${code}:${fields.join(", ")}`;
}
