import type { RunDetail, Total } from "../wire";
import type { FindingsFilter } from "./findings-filter";

/** The exact number of findings behind a filter, kept or not; null while nothing counted says it. */
export function exactCount(
  run: Pick<RunDetail, "counts" | "codes">,
  totals: Total[],
  { severity, code, field }: FindingsFilter,
): number | null {
  if (!severity && !code && !field) return run.counts.error + run.counts.warning + run.counts.info;
  if (severity && !code && !field) return run.counts[severity];
  if (code && !severity && !field) return run.codes[code] ?? 0;
  if (totals.length === 0) return null;
  return totals
    .filter((total) => !severity || total.severity === severity)
    .filter((total) => !code || total.code === code)
    .filter((total) => !field || total.field === field)
    .reduce((sum, { count }) => sum + count, 0);
}
