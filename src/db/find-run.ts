import { db } from "./client";
import { type RunView, toRunView, withFile } from "./run-view";

export async function findRun(input: { ownerId: string; runId: string }): Promise<RunView | null> {
  const row = await db().validationRun.findFirst({
    where: { id: input.runId, ownerId: input.ownerId },
    include: withFile,
  });
  return row && toRunView(row);
}
