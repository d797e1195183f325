import type { BatchRun } from "../wire";

export const runVerdicts = ["errors", "warnings", "clean", "failed", "cancelled", "underway"] as const;
export type RunVerdict = (typeof runVerdicts)[number];

/** What came of one file, as the list is filtered by. */
export function runVerdictOf({ status, counts }: Pick<BatchRun, "status" | "counts">): RunVerdict {
  if (status === "queued" || status === "processing") return "underway";
  if (status !== "completed") return status;
  if (counts.error > 0) return "errors";
  return counts.warning > 0 ? "warnings" : "clean";
}

/** How many files there are of each verdict. */
export function countVerdicts(runs: readonly BatchRun[]): Record<RunVerdict, number> {
  const counts = { errors: 0, warnings: 0, clean: 0, failed: 0, cancelled: 0, underway: 0 };
  for (const run of runs) counts[runVerdictOf(run)] += 1;
  return counts;
}
