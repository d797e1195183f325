import { databaseNow } from "@/db/clock";
import { listUnfinishedRuns } from "@/db/list-unfinished-runs";
import { log } from "@/log";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";

/** A run that changed this lately may be between its row and its job. */
const settlingMs = 60_000;
const ended = new Set(["completed", "failed"]);

/**
 * Gives a job to every unfinished run that has none: its web process died between row and job, or the queue lost it.
 * A run that is at work after all is safe: the newer claim wins. A job whose pause before another attempt is long over is put back among those that wait.
 * Resolves to the number of jobs made or put back.
 */
export async function sweepRuns(at?: Date): Promise<number> {
  const now = at ?? (await databaseNow());
  let moved = 0;
  for (const run of await listUnfinishedRuns()) {
    if (now.getTime() - Date.parse(run.updatedAt) < settlingMs) continue;
    const job = await producer().getJobStatus(jobIdOf(run.runId));
    if (job?.state === "delayed") {
      // No pause is that long: the machine that set it has a clock that is wrong, or has been set since.
      await producer().endPause(run.runId);
      log.warn(
        { runId: run.runId, jobId: jobIdOf(run.runId) },
        "a run's pause before its next attempt was cut short",
      );
      moved += 1;
      continue;
    }
    if (job && !ended.has(job.state)) continue;
    await producer().enqueue(run);
    log.warn({ runId: run.runId, jobId: jobIdOf(run.runId) }, "a run without a job was queued again");
    moved += 1;
  }
  return moved;
}
