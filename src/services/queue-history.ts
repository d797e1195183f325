import { databaseNow } from "@/db/clock";
import { type QueueRows, readQueueHistory } from "@/db/read-queue-history";
import { type ErrorCategory, errorCategoryOf } from "@/errors";
import { type QueueRange, stepsOf } from "@/queue-range";
import type { Call } from "./context";
import type { QueueRangeInput } from "./inputs";

/** Seconds that half, 95 and 99 of a hundred runs did not exceed. */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export interface QueuePoint {
  /** When the step began. */
  at: string;
  /** How many runs waited and were at work, on average over the step. */
  waiting: number;
  active: number;
  runsPerMinute: number;
  rowsPerMinute: number;
  /** Failed runs by whose business the fault is. */
  failures: Record<ErrorCategory, number>;
  wait: Percentiles | null;
  run: Percentiles | null;
}

export interface QueueHistory {
  range: QueueRange;
  at: string;
  stepSeconds: number;
  points: QueuePoint[];
  totals: {
    /** Runs that completed or failed. */
    ended: number;
    failures: Record<ErrorCategory, number>;
    runsPerMinute: number;
    rowsPerMinute: number;
    wait: Percentiles | null;
    run: Percentiles | null;
  };
}

/** The steps of a range that ends at `now`: they begin at round moments, so that a later look cuts time in the same way. */
export function windowOf(range: QueueRange, now: Date): { from: Date; to: Date; stepSeconds: number } {
  const { count, seconds } = stepsOf[range];
  const ms = seconds * 1000;
  const last = Math.floor(now.getTime() / ms) * ms;
  return { from: new Date(last - (count - 1) * ms), to: now, stepSeconds: seconds };
}

/** What the actor's runs did in the last hour, day or week, from the truth in the database. */
export async function queueHistory({ ctx, input }: Call<QueueRangeInput>, at?: Date): Promise<QueueHistory> {
  const now = at ?? (await databaseNow());
  const window = windowOf(input.range, now);
  const rows = await readQueueHistory({ ownerId: ctx.actor.ownerId, ...window });
  return toHistory(input.range, rows, now);
}

/** Puts the database's sums into points. */
export function toHistory(range: QueueRange, rows: QueueRows, now: Date): QueueHistory {
  const { from, stepSeconds } = windowOf(range, now);
  const { count } = stepsOf[range];
  const seconds = (now.getTime() - from.getTime()) / 1000;
  const waiting = meansOf(rows, "waiting", { count, stepSeconds, seconds });
  const active = meansOf(rows, "active", { count, stepSeconds, seconds });
  const ended = new Map(rows.ended.map((row) => [row.step, row]));
  const waits = new Map(rows.waits.map((row) => [row.step, row.seconds]));
  const points = Array.from({ length: count }, (_, step): QueuePoint => {
    // A step that has just begun says little: its pace is taken over a minute at least.
    const minutes = Math.max(Math.min(stepSeconds, seconds - step * stepSeconds) / 60, 1);
    const end = ended.get(step);
    return {
      at: new Date(from.getTime() + step * stepSeconds * 1000).toISOString(),
      waiting: waiting[step] ?? 0,
      active: active[step] ?? 0,
      runsPerMinute: (end?.count ?? 0) / minutes,
      rowsPerMinute: (end?.rows ?? 0) / minutes,
      failures: failuresOf(rows.failed.filter((row) => row.step === step)),
      wait: toPercentiles(waits.get(step)),
      run: toPercentiles(end?.seconds),
    };
  });
  const all = ended.get(null);
  return {
    range,
    at: now.toISOString(),
    stepSeconds,
    points,
    totals: {
      ended: all?.count ?? 0,
      failures: failuresOf(rows.failed),
      runsPerMinute: (all?.count ?? 0) / (seconds / 60),
      rowsPerMinute: (all?.rows ?? 0) / (seconds / 60),
      wait: toPercentiles(waits.get(null)),
      run: toPercentiles(all?.seconds),
    },
  };
}

/**
 * The mean number of runs in a state over each step. Between two moments it is the growth of the sum, over all that
 * entered, of the time since they entered, less the same of those that left.
 */
function meansOf(
  { edges }: QueueRows,
  kind: "waiting" | "active",
  { count, stepSeconds, seconds }: { count: number; stepSeconds: number; seconds: number },
): number[] {
  const at = new Map(edges.filter((edge) => edge.kind === kind).map((edge) => [edge.step, edge]));
  let inside = at.get(-1)?.count ?? 0;
  let entered = at.get(-1)?.seconds ?? 0;
  return Array.from({ length: count }, (_, step) => {
    const begin = step * stepSeconds;
    const end = Math.min(begin + stepSeconds, seconds);
    const before = inside * begin - entered;
    inside += at.get(step)?.count ?? 0;
    entered += at.get(step)?.seconds ?? 0;
    // Sums of floating numbers leave a trace where nothing is.
    return end > begin
      ? Math.max(0, Math.round(((inside * end - entered - before) / (end - begin)) * 1e3) / 1e3)
      : 0;
  });
}

function failuresOf(rows: QueueRows["failed"]): Record<ErrorCategory, number> {
  const failures = { file: 0, queue: 0, database: 0, storage: 0, worker: 0 };
  for (const { code, count } of rows) failures[errorCategoryOf(code) ?? "worker"] += count;
  return failures;
}

function toPercentiles(seconds: [number, number, number] | null | undefined): Percentiles | null {
  return seconds ? { p50: seconds[0], p95: seconds[1], p99: seconds[2] } : null;
}
