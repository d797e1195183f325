import { databaseNow } from "@/db/clock";
import { listEndedRuns } from "@/db/list-ended-runs";
import { onGlobal } from "@/on-global";
import { processMetrics } from "./process-metrics";

/** A run's end is written before it is committed, and seen after, so each look goes back this far. */
const overlapMs = 120_000;

const memory = () =>
  onGlobal("ended-runs-seen", () => ({
    since: Number.NaN,
    seen: new Map<string, number>(),
  }));

/** Puts the times and failures of runs that ended since the last look into the metrics, each end once. */
export async function observeEndedRuns(): Promise<void> {
  const mine = memory();
  const { runSeconds, runWaitSeconds, runFailures } = processMetrics();
  const now = (await databaseNow()).getTime();
  if (Number.isNaN(mine.since)) mine.since = now - process.uptime() * 1000;
  for (const run of await listEndedRuns(new Date(mine.since))) {
    const { runId, status, priority, seconds, waitSeconds, category, finishedAt } = run;
    const end = `${runId} ${finishedAt.getTime()}`;
    // A look that was slow may come back after a later one, which has counted what is old by now.
    if (finishedAt.getTime() <= mine.since || mine.seen.has(end)) continue;
    mine.seen.set(end, finishedAt.getTime());
    runSeconds.observe({ status }, seconds);
    if (waitSeconds !== null) runWaitSeconds.observe({ priority }, waitSeconds);
    if (category !== null) runFailures.inc({ category });
  }
  mine.since = Math.max(mine.since, now - overlapMs);
  for (const [end, finishedAt] of mine.seen) if (finishedAt < mine.since) mine.seen.delete(end);
}
