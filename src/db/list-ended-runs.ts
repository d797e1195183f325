import { type ErrorCategory, errorCategoryOf } from "@/errors";
import { type Priority, priorityOf } from "@/priority";
import { db } from "./client";

interface EndedRun {
  runId: string;
  status: string;
  priority: Priority;
  /** From the start of its last attempt to its end. */
  seconds: number;
  /** From its place in the queue to its start; null when it was not its first attempt, which waits for other reasons. */
  waitSeconds: number | null;
  /** Why it failed; null for one that did not. */
  category: ErrorCategory | null;
  finishedAt: Date;
}

/** Runs of every owner that were started and ended after a moment, with the time that they took. */
export async function listEndedRuns(since: Date): Promise<EndedRun[]> {
  const rows = await db().validationRun.findMany({
    where: { finishedAt: { gt: since }, startedAt: { not: null } },
    select: {
      ...{ id: true, status: true, priority: true, attempt: true, errorCode: true },
      ...{ queuedAt: true, startedAt: true, finishedAt: true },
    },
  });
  const secondsBetween = (from: Date, to: Date) => Math.max(0, to.getTime() - from.getTime()) / 1000;
  return rows.flatMap(({ id, status, priority, attempt, errorCode, queuedAt, startedAt, finishedAt }) =>
    startedAt && finishedAt
      ? [
          {
            ...{ runId: id, status, finishedAt, priority: priorityOf(priority) },
            seconds: secondsBetween(startedAt, finishedAt),
            waitSeconds: attempt === 1 ? secondsBetween(queuedAt, startedAt) : null,
            category: status === "failed" ? errorCategoryOf(errorCode) : null,
          },
        ]
      : [],
  );
}
