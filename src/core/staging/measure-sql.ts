import type { StagedColumn } from "./read-staged";

export interface StagedMeasure {
  kind: "count" | "distinct" | "sum" | "min" | "max";
  /** Null for a count of all rows. */
  column: StagedColumn | null;
}

/** The SQL of a measure over the rows of a group, or, with `over`, over those of a window. A sum over no row is 0. */
export function measureSql({ kind, column }: StagedMeasure, over = ""): string {
  if (column === null) return `count(*)${over}`;
  const { name } = column;
  switch (kind) {
    case "count":
      return `count(${name})${over}`;
    case "distinct":
      return `count(distinct ${name})${over}`;
    case "sum":
      return `coalesce(sum(${name})${over}, 0)`;
    default:
      return `${kind}(${name})${over}`;
  }
}
