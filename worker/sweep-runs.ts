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
 * A run that is at work after all is safe: the newer claim wins. Resolves to the number of jobs made.
 */
export async function sweepRuns(at?: Date): Promise<number> {
  const now = at ?? (await databaseNow());
  let made = 0;
  for (const run of await listUnfinishedRuns()) {
    if (now.getTime() - Date.parse(run.updatedAt) < settlingMs) continue;
    const job = await producer().getJobStatus(jobIdOf(run.runId));
    if (job && !ended.has(job.state)) continue;
    await producer().enqueue(run);
    log.warn({ runId: run.runId, jobId: jobIdOf(run.runId) }, "a run without a job was queued again");
    made += 1;
  }
  return made;
}
