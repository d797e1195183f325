import { databaseIn } from "@/db/clock";
import { failRun } from "@/db/fail-run";
import type { RunView } from "@/db/run-view";
import { setFileDeadline } from "@/db/set-file-deadline";
import { env } from "@/env";
import { log } from "@/log";
import { producer } from "@/queue/producer";
import { inGroups } from "./in-groups";
import { namesOf, queueUnavailable } from "./push-job";
import { tellChange } from "./tell-change";
import { within } from "./within";

/**
 * Hands queued runs to the queue together. What it does not take is marked failed, so that no run waits for a job that
 * is not there, and its file stays for a retry. False when it took none.
 */
export async function pushJobs(runs: readonly Omit<RunView, "report">[]): Promise<boolean> {
  if (runs.length === 0) return true;
  try {
    await within(30_000, producer().enqueueAll(runs));
  } catch (error) {
    log.warn({ err: error, runs: runs.length }, "the queue did not take runs");
    const deadline = await databaseIn(env().FAILED_FILE_HOURS * 3_600_000);
    await inGroups(runs, async (run) => {
      const { runId, fileId } = run;
      log.warn(namesOf(run), "the queue did not take a run");
      const failed = await failRun({ runId, errorCode: "unavailable", errorMessage: queueUnavailable });
      await setFileDeadline(fileId, deadline);
      if (failed) await tellChange(failed);
    });
    return false;
  }
  for (const run of runs) log.info({ ...namesOf(run), jobId: run.jobId }, "a run was queued");
  // A bell only, which never throws: the caller need not wait for it.
  void inGroups(runs, (run) => tellChange(run));
  return true;
}
