import type { RunStatus } from "@/snapshot";
import { db } from "./client";
import { RunOptions } from "./run-options";

export interface RunOfFile {
  runId: string;
  jobId: string | null;
  status: RunStatus;
  rulesetId: string | null;
  rulesetVersion: number | null;
  options: RunOptions;
}

/** Every run of one of the owner's files. */
export async function listRunsOfFile({
  ownerId,
  fileId,
}: {
  ownerId: string;
  fileId: string;
}): Promise<RunOfFile[]> {
  const rows = await db().validationRun.findMany({
    where: { ownerId, fileId },
    select: { id: true, jobId: true, status: true, rulesetId: true, rulesetVersion: true, options: true },
  });
  return rows.map(({ id, options, ...run }) => ({ ...run, runId: id, options: RunOptions.parse(options) }));
}
