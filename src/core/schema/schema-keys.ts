import type { TableSchema } from "./table-schema";

export interface KeySet {
  /** `primary-key` requires a value in each field; `unique` leaves out rows in which one is missing. */
  code: "primary-key" | "unique";
  fields: string[];
}

export interface ForeignKey {
  fields: string[];
  /** Null for the file itself. */
  resource: string | null;
  referenced: string[];
}

type Keys = Pick<TableSchema, "fields" | "primaryKey" | "uniqueKeys" | "foreignKeys">;

/** Every set of fields that must differ from row to row; one that is asked twice is there once, the primary key first. */
export function keysOf({ fields, primaryKey, uniqueKeys = [] }: Keys): KeySet[] {
  const keys: KeySet[] = [];
  const seen = new Set<string>();
  const add = (code: KeySet["code"], names: string[]) => {
    const same = JSON.stringify([...names].sort());
    if (!seen.has(same)) keys.push({ code, fields: names });
    seen.add(same);
  };
  if (primaryKey !== undefined) add("primary-key", [primaryKey].flat());
  for (const key of uniqueKeys) add("unique", [key].flat());
  for (const { name, constraints } of fields) if (constraints?.unique === true) add("unique", [name]);
  return keys;
}

/** The schema's references to other rows, of this file or of a named table. */
export function foreignKeysOf({ foreignKeys = [] }: Keys): ForeignKey[] {
  return foreignKeys.map(({ fields, reference }) => ({
    fields: [fields].flat(),
    resource: reference.resource || null,
    referenced: [reference.fields].flat(),
  }));
}
