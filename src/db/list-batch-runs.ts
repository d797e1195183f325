import { db } from "./client";
import { toRunView, withFile } from "./run-view";

export type BatchRun = ReturnType<typeof toBatchRun>;

/** The runs of a batch in the order in which they came; some of them only when `runIds` names them. */
export async function listBatchRuns({
  ownerId,
  batchId,
  runIds,
}: {
  ownerId: string;
  batchId: string;
  runIds?: readonly string[];
}): Promise<BatchRun[]> {
  const rows = await db().validationRun.findMany({
    where: { ownerId, batchId, ...(runIds && { id: { in: [...runIds] } }) },
    // Of a whole batch, these may be thousands of columns.
    omit: { report: true },
    include: withFile,
    orderBy: [{ createdAt: "asc" }, { fileName: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => toBatchRun(toRunView({ ...row, report: null })));
}

/** What one line of a batch's page shows. */
function toBatchRun(run: ReturnType<typeof toRunView>) {
  const { runId, revision, fileId, fileName, fileKept, status, progress, attempt, bytesTotal } = run;
  const { rows, errorRows, counts, kept, errorCode, createdAt, startedAt, finishedAt } = run;
  return {
    runId,
    revision,
    fileId,
    fileName,
    fileKept,
    status,
    progress,
    attempt,
    bytesTotal,
    rows,
    errorRows,
    counts,
    kept,
    errorCode,
    createdAt,
    startedAt,
    finishedAt,
  };
}
