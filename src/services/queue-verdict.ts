import type { RunningRun } from "@/db/read-queue-now";

export const queueVerdicts = ["unreachable", "paused", "no-worker", "stuck", "moving", "idle"] as const;
export type QueueVerdict = (typeof queueVerdicts)[number];

/** A worker takes a job within a second; the sweep that gives a lost job back comes after ten minutes. */
const tooLongMs = 60_000;
/** Less than this says nothing of a run's pace. */
const tellingMs = 2_000;
const tellingProgress = 5;

interface Facts {
  reachable: boolean;
  isPaused: boolean;
  /** Workers that have been heard lately. */
  workers: number;
  waiting: number;
  /** Jobs at work, all owners together. */
  active: number;
  waitingSince: Date | null;
}

/** Whether the queue moves, and if not, why: the first reason that applies. */
export function verdictOf(facts: Facts, now: Date): QueueVerdict {
  if (!facts.reachable) return "unreachable";
  if (facts.workers === 0) return "no-worker";
  if (facts.isPaused) return "paused";
  if (facts.active > 0) return "moving";
  if (facts.waiting === 0) return "idle";
  const waited = now.getTime() - (facts.waitingSince ?? now).getTime();
  return waited > tooLongMs ? "stuck" : "moving";
}

/** Seconds until the first of the runs at work ends, at its own pace so far, and another can start; null when no pace is known. */
export function nextInSeconds(
  running: Pick<RunningRun, "progress" | "startedAt">[],
  now: Date,
): number | null {
  const rest = running.flatMap(({ progress, startedAt }) => {
    const spent = startedAt === null ? 0 : now.getTime() - Date.parse(startedAt);
    if (spent < tellingMs || progress < tellingProgress) return [];
    return (spent * (100 - progress)) / progress / 1000;
  });
  return rest.length === 0 ? null : Math.round(Math.min(...rest));
}
