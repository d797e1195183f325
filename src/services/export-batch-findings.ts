import type { FindingView } from "@/db/finding-view";
import { listBatchRuns } from "@/db/list-batch-runs";
import type { BatchFindingsFilter } from "./batch-inputs";
import type { Call } from "./context";
import { exportFindings } from "./export-findings";
import { findOwnBatch } from "./find-own-batch";

/** A finding, and the run and file that it is of. */
export type BatchFinding = FindingView & { file: string; runId: string };

/**
 * All kept findings of a batch that pass the filter, file after file in the order in which they came, read page by page.
 * Throws AppError `not-found` at once.
 */
export async function exportBatchFindings({
  ctx,
  input,
}: Call<BatchFindingsFilter>): Promise<AsyncGenerator<BatchFinding, void>> {
  const { batchId, ...filter } = input;
  await findOwnBatch(ctx, batchId);
  const runs = await listBatchRuns({ ownerId: ctx.actor.ownerId, batchId });
  async function* all() {
    for (const { runId, fileName, kept } of runs) {
      if (kept === 0) continue;
      const findings = await exportFindings({ ctx, input: { ...filter, runId } });
      for await (const finding of findings) yield { ...finding, file: fileName, runId };
    }
  }
  return all();
}
