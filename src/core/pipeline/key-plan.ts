import { compileKeyPart } from "../schema/key-part";
import type { Ruleset } from "../schema/ruleset";
import { type ForeignKey, foreignKeysOf, type KeySet, keysOf } from "../schema/schema-keys";

/** Columns of the file whose values together are a key. */
export interface KeyColumns {
  /** Indexes of the columns, in the key's order. */
  columns: number[];
  fields: string[];
  /** For each column: the cell as part of the key, null when it is missing. */
  reads: ((cell: string) => string | null)[];
}

export interface KeyPlan extends KeyColumns {
  code: KeySet["code"];
}

/** A reference to other rows of the file. */
export interface SelfKeyPlan {
  from: KeyColumns;
  to: KeyColumns;
}

/** A reference to a table that comes with the ruleset. */
export interface TableKeyPlan {
  from: KeyColumns;
  table: string;
  referenced: string[];
}

export interface KeyPlans {
  plans: KeyPlan[];
  selfKeys: SelfKeyPlan[];
  tableKeys: TableKeyPlan[];
  /** Keys that cannot be checked, and why. */
  notRun: { check: string; reason: string }[];
}

/** The keys to check in the file's columns; `matched[i]` is the index of column i's field, or null. `tables` are at hand. */
export function planKeys(
  ruleset: Ruleset | null,
  matched: readonly (number | null)[],
  tables: ReadonlySet<string>,
): KeyPlans {
  const result: KeyPlans = { plans: [], selfKeys: [], tableKeys: [], notRun: [] };
  if (!ruleset) return result;
  const { schema } = ruleset;

  function columnsOf(fields: string[]): KeyColumns | { absent: string } {
    const key: KeyColumns = { fields, columns: [], reads: [] };
    for (const name of fields) {
      const at = schema.fields.findIndex((field) => field.name === name);
      const column = matched.indexOf(at);
      const field = schema.fields[at];
      if (column < 0 || !field) return { absent: name };
      key.columns.push(column);
      key.reads.push(compileKeyPart(field, schema.missingValues));
    }
    return key;
  }

  function planForeignKey({ fields, resource, referenced }: ForeignKey): string | null {
    const from = columnsOf(fields);
    if ("absent" in from) return `no-column:${from.absent}`;
    if (resource !== null) {
      if (!tables.has(resource)) return `no-table:${resource}`;
      result.tableKeys.push({ from, table: resource, referenced });
      return null;
    }
    const to = columnsOf(referenced);
    if ("absent" in to) return `no-column:${to.absent}`;
    result.selfKeys.push({ from, to });
    return null;
  }

  for (const { code, fields } of keysOf(schema)) {
    const key = columnsOf(fields);
    if ("absent" in key)
      result.notRun.push({ check: nameOf({ code, fields }), reason: `no-column:${key.absent}` });
    else result.plans.push({ code, ...key });
  }
  for (const foreignKey of foreignKeysOf(schema)) {
    const reason = planForeignKey(foreignKey);
    if (reason !== null) result.notRun.push({ check: `foreign-key:${foreignKey.fields.join(", ")}`, reason });
  }
  return result;
}

function nameOf({ code, fields }: KeySet): string {
  return code === "primary-key" ? code : `${code}:${fields.join(", ")}`;
}
