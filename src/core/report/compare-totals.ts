import type { Severity } from "../findings/finding";
import type { FindingTotal } from "../validate-file";

export interface ComparedTotal {
  code: string;
  severity: Severity;
  /** Column of the later file, or of the earlier one when the later has no such finding; 0 for none. */
  column: number;
  field: string;
  before: number;
  after: number;
}

/** Sets the exact totals of two runs side by side, by code and field: columns may have moved. Greatest change first. */
export function compareTotals(
  before: readonly FindingTotal[],
  after: readonly FindingTotal[],
): ComparedTotal[] {
  const compared = new Map<string, ComparedTotal>();
  const add = (total: FindingTotal, side: "before" | "after") => {
    const { code, severity, column, field, count } = total;
    const key = JSON.stringify([code, field === "" ? column : field]);
    const known = compared.get(key);
    if (known) Object.assign(known, { severity, column, [side]: known[side] + count });
    else compared.set(key, { code, severity, column, field, before: 0, after: 0, [side]: count });
  };
  for (const total of before) add(total, "before");
  for (const total of after) add(total, "after");
  const change = ({ before: b, after: a }: ComparedTotal) => Math.abs(a - b);
  return [...compared.values()].sort(
    (a, b) => change(b) - change(a) || (a.code < b.code ? -1 : 1) || a.column - b.column,
  );
}
