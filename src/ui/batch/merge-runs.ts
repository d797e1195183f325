import type { BatchEvent, BatchRun } from "../wire";

/** The runs of a batch after one event: each keeps its place, new ones come at the end, in the order of the service. */
export function mergeRuns(
  known: BatchRun[],
  { runs, isWhole, deleted }: Pick<BatchEvent, "runs" | "isWhole" | "deleted">,
): BatchRun[] {
  if (isWhole) return runs;
  const changed = new Map(runs.map((run) => [run.runId, run]));
  const gone = new Set(deleted);
  const kept = known
    .filter(({ runId }) => !gone.has(runId))
    .map((run) => {
      const next = changed.get(run.runId);
      changed.delete(run.runId);
      return next && next.revision > run.revision ? next : run;
    });
  return [...kept, ...changed.values()];
}
