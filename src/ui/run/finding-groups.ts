import { moneyAtStake } from "@/core/findings/money-at-stake";
import { asSeverity, type Severity } from "../severity-mark";
import type { KeptFinding, RunDetail, Total } from "../wire";

export interface FindingGroup {
  code: string;
  severity: Severity;
  count: number;
  /** Money at stake in all of them; null when there is none, or none is known yet. */
  impact: number | null;
  byField: { field: string; column: number; count: number }[];
}

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The exact counts per code with their severity, heaviest first. Totals, which come at the end, add the columns. */
export function groupFindings(
  codes: RunDetail["codes"],
  totals: Total[],
  kept: KeptFinding[],
  severityOf: (code: string) => Severity,
): FindingGroup[] {
  const known = new Map(
    [...kept, ...totals].map(({ code, severity }): [string, Severity] => [code, asSeverity(severity)]),
  );
  return Object.entries(codes)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({
      code,
      count,
      impact: impactOf(totals.filter((total) => total.code === code)),
      severity: known.get(code) ?? severityOf(code),
      byField: totals
        .filter((total) => total.code === code && total.column > 0)
        .map(({ field, column, count: ofField }) => ({ field, column, count: ofField }))
        .sort((a, b) => b.count - a.count),
    }))
    .sort(
      (a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1),
    );
}

function impactOf(totals: Total[]): number | null {
  const { atStake, missed } = moneyAtStake(totals);
  return atStake === null ? missed : atStake + (missed ?? 0);
}

/** The groups in the order in which the reader already sees them; new ones come last, so that nothing jumps. */
export function keepOrder(groups: FindingGroup[], seen: string[]): FindingGroup[] {
  const place = new Map(seen.map((code, index) => [code, index]));
  return [...groups].sort((a, b) => (place.get(a.code) ?? seen.length) - (place.get(b.code) ?? seen.length));
}
