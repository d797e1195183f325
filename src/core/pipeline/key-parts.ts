import type { KeyColumns } from "./key-plan";

/** Reads the parts of a row's key into `parts`; gives the index of the column whose value is missing, -1 when none is. */
export function readParts({ columns, reads }: KeyColumns, cells: readonly string[], parts: string[]): number {
  for (let i = 0; i < columns.length; i++) {
    const at = columns[i] ?? 0;
    const cell = cells[at];
    const part = cell === undefined ? null : (reads[i]?.(cell) ?? null);
    if (part === null) return at;
    parts[i] = part;
  }
  return -1;
}

/** A key as a finding tells it. */
export function tellKey({ columns }: KeyColumns, cells: readonly string[] | null): string {
  return columns.map((at) => cells?.[at] ?? "").join(" + ");
}
