import { db } from "./client";

interface EndedRun {
  runId: string;
  status: string;
  seconds: number;
  finishedAt: Date;
}

/** Runs of every owner that were started and ended after a moment, with the time that they took. */
export async function listEndedRuns(since: Date): Promise<EndedRun[]> {
  const rows = await db().validationRun.findMany({
    where: { finishedAt: { gt: since }, startedAt: { not: null } },
    select: { id: true, status: true, startedAt: true, finishedAt: true },
  });
  return rows.flatMap(({ id, status, startedAt, finishedAt }) =>
    startedAt && finishedAt
      ? [{ runId: id, status, seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000, finishedAt }]
      : [],
  );
}
