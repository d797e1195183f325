import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { insertRun } from "@/db/insert-run";
import { listLogs } from "@/db/list-logs";
import { makeQueue } from "@/queue/backend";
import { jobIdOf, jobName, jobOptions, type ValidationJob } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { chaosRuleset } from "../chaos/chaos-file";
import { type Judge, openJudge } from "./judge";
import { ownerId, runOf, soon, submit, untilCompleted, upload } from "./runs";
import { startDoomedWorker, startWorkerProcess, type WorkerProcess } from "./worker-process";

/** Workers that stand still, are told to stop, or meet, on whichever queue the file that calls this has chosen. */
export function describeWorkerTrouble(queue: string): void {
  describe(`a worker in trouble, on ${queue}`, () => {
    let judge: Judge;
    const started: WorkerProcess[] = [];
    const start = (worker: WorkerProcess) => {
      started.push(worker);
      return worker;
    };
    beforeAll(async () => {
      judge = await openJudge();
    });
    afterEach(async () => {
      await Promise.all(started.splice(0).map((worker) => worker.kill()));
    });
    afterAll(() => judge?.close());

    test("that stands still loses its run to another, writes nothing when it goes on, and takes the next", async () => {
      const still = start(startDoomedWorker("rules", "SIGSTOP"));
      const runId = await submit();
      await still.halted();
      const other = start(startWorkerProcess());
      await untilCompleted(runId);
      await other.stop();
      const { revision } = await runOf(runId);
      still.child.kill("SIGCONT");
      await untilLogged(runId, /^Attempt 1 stopped/);
      expect(await runOf(runId)).toMatchObject({ revision });
      await judge.expectUndisturbed(runId);
      await judge.expectUndisturbed(await submit("next.csv"));
    });

    test("that is told to stop gives its run back when its time is over, and no attempt is lost", async () => {
      const first = start(startDoomedWorker("insert", "SIGSTOP", { STOP_SECONDS: "0" }));
      const runId = await submit();
      await first.halted();
      // It hears this when it goes on, with most of the run before it.
      first.child.kill("SIGTERM");
      first.child.kill("SIGCONT");
      expect(await first.ended).toBe(0);
      await untilLogged(runId, /^Given back/);
      expect(await runOf(runId)).toMatchObject({ status: "queued", errorCode: null });
      start(startWorkerProcess());
      await judge.expectUndisturbed(runId);
      expect(await runOf(runId)).toMatchObject({ attempt: 1 });
    });

    test("that is told to stop ends a run that needs less than its time, and takes no other", async () => {
      const first = start(startDoomedWorker("insert", "SIGSTOP"));
      const runId = await submit();
      await first.halted();
      const next = await submit("next.csv");
      first.child.kill("SIGTERM");
      first.child.kill("SIGCONT");
      expect(await first.ended).toBe(0);
      expect(await runOf(runId)).toMatchObject({ status: "completed", attempt: 1 });
      expect(await runOf(next)).toMatchObject({ status: "queued", attempt: 0 });
      start(startWorkerProcess());
      await judge.expectUndisturbed(runId, next);
    });

    test("that meets another at the same run leaves it to the newer claim", async () => {
      const first = start(startDoomedWorker("rules", "SIGSTOP"));
      const runId = await submit();
      await first.halted();
      await deliverAgain({ validationRunId: runId, fileName: "claims.csv" });
      start(startWorkerProcess());
      await vi.waitFor(async () => expect((await linesOf(runId)).filter(isStart)).toHaveLength(2), soon);
      first.child.kill("SIGCONT");
      await judge.expectUndisturbed(runId);
    });

    test("does nothing with a delivery that comes again after the end", async () => {
      start(startWorkerProcess());
      const runId = await submit();
      await untilCompleted(runId);
      const { revision, fileName } = await runOf(runId);
      await producer().enqueue({ runId, fileName });
      await deliverAgain({ validationRunId: runId, fileName });
      await judge.expectUndisturbed(runId);
      expect(await runOf(runId)).toMatchObject({ revision });
      expect((await linesOf(runId)).filter(isStart)).toHaveLength(1);
    });

    test("takes up a run whose job was lost, and one whose web process died before it made the job", async () => {
      const lost = await submit("lost.csv");
      expect(await producer().removeJob(lost)).toBe(true);
      const fileId = await upload("never-queued.csv");
      const { runId: neverQueued } = await insertRun({
        ownerId,
        createdBy: "tester",
        fileId,
        rulesetId: chaosRuleset.id,
        rulesetVersion: (await runOf(lost)).rulesetVersion,
      });
      for (const runId of [lost, neverQueued])
        expect(await producer().getJobStatus(jobIdOf(runId))).toBeNull();
      // So long ago that they cannot be between row and job.
      await pool().query("UPDATE validation_runs SET updated_at = updated_at - interval '2 minutes'");
      start(startWorkerProcess());
      await judge.expectUndisturbed(lost, neverQueued);
    });

    test.each([-5, 5])(
      "whose clock moves by %i hours in mid-run keeps run, times and file as they should be",
      async (hours) => {
        const worker = start(
          startDoomedWorker("insert", "SIGSTOP", { SHIFT_HOURS: String(hours) }, ["shift-clock.mjs"]),
        );
        const runId = await submit();
        await worker.halted();
        worker.child.kill("SIGUSR2");
        worker.child.kill("SIGCONT");
        await worker.printed(/the clock moved/);
        await judge.expectUndisturbed(runId);
        // It lives by the same clock as before, and its next run does too.
        const next = await submit("next.csv");
        await judge.expectUndisturbed(next);
        const { rows } = await pool().query(
          `SELECT bool_and(created_at <= started_at AND started_at <= finished_at AND finished_at <= now()
            AND finished_at > now() - interval '5 minutes' AND updated_at <= now()) AS ordered,
           (SELECT seen_at > now() - interval '15 seconds' FROM worker_processes ORDER BY started_at DESC LIMIT 1)
             AS living
         FROM validation_runs WHERE id = ANY($1)`,
          [[runId, next]],
        );
        expect(rows).toEqual([{ ordered: true, living: true }]);
      },
    );
  });
}

const isStart = (line: string) => /^Attempt \d started$/.test(line);

async function linesOf(runId: string): Promise<string[]> {
  return (await listLogs({ ownerId, runId })).map(({ message }) => message);
}

async function untilLogged(runId: string, pattern: RegExp): Promise<void> {
  await vi.waitFor(
    async () => expect((await linesOf(runId)).some((line) => pattern.test(line))).toBe(true),
    soon,
  );
}

/** A second job for the same run, as a queue that delivers twice would make. */
async function deliverAgain(job: ValidationJob): Promise<void> {
  const queue = makeQueue();
  try {
    await queue.add(jobName, job, {
      ...jobOptions,
      priority: 1,
      jobId: `${jobIdOf(job.validationRunId)}-again`,
    });
  } finally {
    await queue.close();
  }
}
