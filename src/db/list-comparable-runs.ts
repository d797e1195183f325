import { db } from "./client";
import { type RunView, toRunView, withFile } from "./run-view";

/** Completed runs of the owner against the same ruleset, whatever its version, that were asked for before `createdAt`; newest first. */
export async function listComparableRuns(query: {
  ownerId: string;
  rulesetId: string | null;
  createdAt: string;
  limit: number;
}): Promise<RunView[]> {
  const { ownerId, rulesetId, createdAt, limit } = query;
  const rows = await db().validationRun.findMany({
    where: { ownerId, rulesetId, status: "completed", createdAt: { lt: new Date(createdAt) } },
    include: withFile,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toRunView);
}
