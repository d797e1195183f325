import { fieldVariables } from "../rules/field-variables";
import { valueReader } from "../rules/row-values";
import type { LoadedTable } from "./load-table";

/** A row of a reference table. */
export interface Entry {
  /** Values by the names that expressions have for the columns. */
  values: Record<string, unknown>;
  cells: readonly (string | undefined)[];
}

export type Found = { kind: "none" } | { kind: "inactive" } | { kind: "found"; entry: Entry };

interface Indexed {
  from: number;
  to: number;
  narrow: (string | null)[];
  cells: LoadedTable["rows"][number];
  entry: Entry | null;
}

/** A value as it is compared: equal values of one type have one text. */
export function comparable(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/**
 * Makes the search of a table by a key: the entry that is in force on the day, whose `narrow` columns are empty or have the
 * given values, and of those the one with the most of them filled; of equals the one that came into force last.
 */
export function entryFinder(
  { table, rows }: LoadedTable,
  keyColumns: readonly string[],
  narrowColumns: readonly string[],
) {
  const { fields, missingValues } = table.schema;
  const readers = fields.map((field) => valueReader(field, missingValues));
  const variables = fieldVariables(fields);
  const at = (name: string | undefined) => fields.findIndex((field) => field.name === name);
  const valueAt = (cells: Indexed["cells"], index: number) => readers[index]?.(cells[index]);
  const dayAt = (cells: Indexed["cells"], name: string | undefined, otherwise: number) => {
    const value = name === undefined ? undefined : valueAt(cells, at(name));
    return value instanceof Date ? value.getTime() : otherwise;
  };
  const keys = keyColumns.map(at);
  const narrow = narrowColumns.map(at);
  const index = new Map<string, Indexed[]>();
  for (const cells of rows) {
    const parts = keys.map((column) => valueAt(cells, column));
    if (parts.some((part) => part === undefined || part === null)) continue;
    const key = keyOf(parts);
    const indexed: Indexed = {
      from: dayAt(cells, table.validFrom, -Infinity),
      to: dayAt(cells, table.validTo, Infinity),
      narrow: narrow.map((column) => {
        const value = valueAt(cells, column);
        return value === undefined || value === null ? null : comparable(value);
      }),
      cells,
      entry: null,
    };
    const same = index.get(key);
    if (same) same.push(indexed);
    else index.set(key, [indexed]);
  }

  function entryOf(indexed: Indexed): Entry {
    indexed.entry ??= {
      cells: indexed.cells,
      values: Object.fromEntries(
        variables.map(({ name }, i) => [name, valueAt(indexed.cells, i) ?? undefined]),
      ),
    };
    return indexed.entry;
  }

  return (key: readonly unknown[], wanted: readonly unknown[], day: number | null): Found => {
    const candidates = index.get(keyOf(key));
    if (!candidates) return { kind: "none" };
    let best: Indexed | null = null;
    let most = -1;
    let isInactive = false;
    for (const each of candidates) {
      let filled = 0;
      const fits = each.narrow.every((value, i) => {
        if (value === null) return true;
        filled++;
        const given = wanted[i];
        return given !== undefined && given !== null && comparable(given) === value;
      });
      if (!fits) continue;
      if (day !== null && (day < each.from || day > each.to)) {
        isInactive = true;
        continue;
      }
      if (filled > most || (filled === most && best !== null && each.from > best.from))
        [best, most] = [each, filled];
    }
    if (best) return { kind: "found", entry: entryOf(best) };
    return { kind: isInactive ? "inactive" : "none" };
  };
}

function keyOf(parts: readonly unknown[]): string {
  return parts.length === 1 ? comparable(parts[0]) : JSON.stringify(parts.map(comparable));
}
