import type { Job } from "bullmq";
import { failRun } from "@/db/fail-run";
import { readSnapshot } from "@/db/read-snapshot";
import { env } from "@/env";
import { log, withLogFields } from "@/log";
import { makeWorker } from "@/queue/backend";
import { jobIdOf, runIdOf, ValidationJob } from "@/queue/contract";
import { deliveries } from "@/queue/deliveries";
import { setSchedules } from "@/queue/upkeep";
import { lookAtShelf } from "@/storage/look-at-shelf";
import { sweepScratch } from "@/storage/scratch";
import { sendOff } from "@/webhooks/send-off";
import { deliverMessages } from "./deliver-messages";
import { describeError } from "./describe-error";
import { startHeartbeat } from "./heartbeat";
import { keepUp } from "./keep-up";
import { note } from "./note";
import { jobProcessor, ourFault } from "./process-job";
import { seedRulesets } from "./seed-rulesets";
import { ShuttingDown } from "./stop-reasons";
import { runningJobsMs } from "./stop-times";
import { sweepReferences } from "./sweep-references";
import { sweepRuns } from "./sweep-runs";
import { keepOneWarm } from "./warm-threads";

const sweepEveryMs = 10 * 60_000;
const reconcileEveryMs = 60_000;

/** A dead worker's job is found after at most lockDuration + stalledInterval; a live one renews at half its lock. */
function recovery() {
  const ms = env().DEAD_WORKER_SECONDS * 1000;
  return { lockDuration: ms * 0.6, stalledInterval: ms * 0.4, maxStalledCount: 3 };
}

const warn = (what: string) => (error: unknown) => log.warn({ error: describeError(error) }, what);

/** Covers what the job function cannot: a job that was found dead too often fails without being run again. */
async function settleFailed(job: Job | undefined): Promise<void> {
  const data = ValidationJob.safeParse(job?.data);
  if (!data.success || job?.finishedOn === undefined) return;
  const runId = data.data.validationRunId;
  const snapshot = await readSnapshot(runId);
  if (snapshot?.status !== "processing") return;
  await withLogFields({ runId, jobId: jobIdOf(runId), attempt: snapshot.attempt }, async () => {
    const failed = await failRun({ runId, errorCode: "internal", errorMessage: ourFault });
    if (failed) await sendOff(failed);
    await note({ runId, level: "error", source: "queue", message: "Failed: its worker died too often" });
  });
}

/**
 * Starts taking jobs. `close(timeoutMs)` takes no new one, lets running jobs go on for so long, then gives them back;
 * a second call with a shorter time shortens the wait of the first.
 */
export async function startWorker(): Promise<{ close(timeoutMs?: number): Promise<void> }> {
  keepOneWarm();
  await sweepScratch();
  void lookAtShelf();
  await seedRulesets();
  const heartbeat = await startHeartbeat();
  const closing = new AbortController();
  const process = jobProcessor(closing.signal);
  const worker = makeWorker((job: Job, token?: string, signal?: AbortSignal) => process(job, token, signal), {
    ...recovery(),
    // Its row's id, so that an operator can tell which process holds a job.
    name: heartbeat.id,
    concurrency: env().WORKER_CONCURRENCY,
  });
  worker.on("stalled", (jobId) =>
    log.warn({ runId: runIdOf(jobId), jobId }, "a job's worker died; it is taken up again"),
  );
  worker.on(
    "failed",
    (job) =>
      void settleFailed(job).catch((error: unknown) =>
        log.warn(
          { runId: job?.id && runIdOf(job.id), jobId: job?.id, error: describeError(error) },
          "a failed job could not be settled",
        ),
      ),
  );
  const sweep = () => {
    // A queue that was restored empty has lost its schedules.
    void setSchedules().catch(warn("the schedules could not be set"));
    void sweepReferences().catch(warn("the sweep of reference tables failed"));
  };
  const reconcile = () => void sweepRuns().catch(warn("the sweep of runs failed"));
  sweep();
  reconcile();
  const sweeping = setInterval(sweep, sweepEveryMs);
  const reconciling = setInterval(reconcile, reconcileEveryMs);
  await worker.waitUntilReady();
  const helpers = await Promise.all([deliverMessages(), keepUp()]);

  const giveBack = () => closing.abort(new ShuttingDown("the worker is closing"));
  let closed: Promise<void> | undefined;
  return {
    close(timeoutMs = runningJobsMs()) {
      const patience = setTimeout(giveBack, timeoutMs);
      closed ??= (async () => {
        clearInterval(sweeping);
        clearInterval(reconciling);
        await Promise.all([worker, ...helpers].map((part) => part.close()));
        await deliveries().close();
        await heartbeat.close();
      })();
      return closed.finally(() => clearTimeout(patience));
    },
  };
}
