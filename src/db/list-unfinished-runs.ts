import { db } from "./client";
import { type RunView, toRunView, withFile } from "./run-view";

/** Runs of every owner that wait or are at work, in the order of the queue; of one file only when it is named. */
export async function listUnfinishedRuns(input: { fileId?: string } = {}): Promise<RunView[]> {
  const rows = await db().validationRun.findMany({
    where: { status: { in: ["queued", "processing"] }, ...input },
    include: withFile,
    orderBy: [{ turn: "asc" }, { queuedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toRunView);
}
