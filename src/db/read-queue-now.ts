import { type Priority, priorityOf } from "@/priority";
import type { Stage } from "@/snapshot";
import { db } from "./client";

export interface RunningRun {
  runId: string;
  fileName: string;
  stage: Stage | null;
  progress: number;
  attempt: number;
  startedAt: string | null;
}

export interface QueueNow {
  waiting: Record<Priority, number>;
  /** Among those that wait: runs that pause before another attempt. */
  retrying: number;
  /** When the run that has waited longest came to wait. */
  waitingSince: Date | null;
  active: number;
  /** Those at work, the longest at it first; the first 50. */
  running: RunningRun[];
}

const mostShown = 50;

/** What an owner's runs do at this moment. */
export async function readQueueNow(ownerId: string): Promise<QueueNow> {
  const mine = { ownerId, status: "processing" } as const;
  const [waits, retrying, active, rows] = await Promise.all([
    db().validationRun.groupBy({
      by: ["priority"],
      where: { ownerId, status: "queued" },
      _count: true,
      _min: { queuedAt: true },
    }),
    db().validationRun.count({ where: { ownerId, status: "queued", attempt: { gt: 0 } } }),
    db().validationRun.count({ where: mine }),
    db().validationRun.findMany({
      where: mine,
      select: { id: true, fileName: true, stage: true, progress: true, attempt: true, startedAt: true },
      orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      take: mostShown,
    }),
  ]);
  const waiting: Record<Priority, number> = { high: 0, normal: 0, low: 0 };
  for (const { priority, _count } of waits) waiting[priorityOf(priority)] += _count;
  const since = waits.flatMap(({ _min }) => _min.queuedAt?.getTime() ?? []);
  return {
    waiting,
    retrying,
    waitingSince: since.length > 0 ? new Date(Math.min(...since)) : null,
    active,
    running: rows.map(({ id, startedAt, progress, ...row }) => ({
      ...row,
      runId: id,
      progress: Number(progress),
      startedAt: startedAt?.toISOString() ?? null,
    })),
  };
}
