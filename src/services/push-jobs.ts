import type { RunView } from "@/db/run-view";
import { log } from "@/log";
import { producer } from "@/queue/producer";
import { inGroups } from "./in-groups";
import { namesOf } from "./push-job";
import { tellChange } from "./tell-change";
import { within } from "./within";

/**
 * Hands queued runs to the queue together. What it does not take stays queued: the sweep of runs puts it back, and so
 * does asking again. False then.
 */
export async function pushJobs(runs: readonly Omit<RunView, "report">[]): Promise<boolean> {
  if (runs.length === 0) return true;
  try {
    await within(30_000, producer().enqueueAll(runs));
  } catch (error) {
    log.warn({ err: error, runs: runs.length }, "the queue did not take runs");
    for (const run of runs) log.warn(namesOf(run), "the queue did not take a run");
    void inGroups(runs, (run) => tellChange(run));
    return false;
  }
  for (const run of runs) log.info({ ...namesOf(run), jobId: run.jobId }, "a run was queued");
  // A bell only, which never throws: the caller need not wait for it.
  void inGroups(runs, (run) => tellChange(run));
  return true;
}
