import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { listLogs } from "@/db/list-logs";
import { makeQueue } from "@/queue/backend";
import { jobIdOf, jobName, jobOptions } from "@/queue/contract";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { retryRun } from "@/services/retry-run";
import { watchRun } from "@/services/watch-run";
import type { Snapshot } from "@/snapshot";
import { type Judge, openJudge } from "./judge";
import { ctx, ownerId, runOf, soon, submit } from "./runs";
import { startDoomedWorker, startWorkerProcess, type WorkerProcess } from "./worker-process";

const deathsTooMany = 4;
const hourMs = 3_600_000;

/** Attempts that fail, until a person has to ask again, on whichever queue the file that calls this has chosen. */
export function describeWorkerAttempts(queue: string): void {
  describe(`attempts that fail, on ${queue}`, () => {
    let judge: Judge;
    const started: WorkerProcess[] = [];
    const start = (worker: WorkerProcess) => {
      started.push(worker);
      return worker;
    };
    const retryAsAPerson = async (runId: string) => {
      judge.allowRetry(runId);
      await retryRun({ ctx, input: { runId } });
    };
    beforeAll(async () => {
      judge = await openJudge();
    });
    afterEach(async () => {
      await Promise.all(started.splice(0).map((worker) => worker.kill()));
    });
    afterAll(() => judge?.close());

    test("are three, 2 s and 4 s apart and each told with its reason; a person's retry begins anew", async () => {
      const heard: Snapshot[] = [];
      const off = runEvents().onSnapshot((snapshot) => heard.push(snapshot));
      await runEvents().ready();
      start(startWorkerProcess({ preloads: ["break-thread.mjs"], env: { BREAK_TIMES: "3" } }));
      const runId = await submit();
      await untilFailed(runId);
      expect(await runOf(runId)).toMatchObject({ attempt: 3, errorCode: "internal", fileKept: true });
      expect((await runOf(runId)).errorMessage).toBe(
        "The validation stopped because of a fault on our side.",
      );
      for (const attempt of [1, 2])
        expect(heard).toContainEqual(
          expect.objectContaining({ runId, status: "queued", attempt, errorCode: "internal" }),
        );
      const at = await timesOf(runId);
      for (const [attempt, pauseMs] of [
        [1, 2_000],
        [2, 4_000],
      ] as const) {
        const failed = at(`Attempt ${attempt} failed and will be tried again`);
        expect(at(`Attempt ${attempt + 1} started`) - failed).toBeGreaterThanOrEqual(pauseMs);
      }
      await vi.waitFor(async () => expect(await stateOf(runId)).toBe("failed"), soon);
      off();

      await retryAsAPerson(runId);
      await judge.expectUndisturbed(runId);
      expect(await runOf(runId)).toMatchObject({ attempt: 1, errorCode: null });
    });

    test("by four deaths of its worker fail the run, and a person's retry completes it", async () => {
      const runId = await submit();
      const last = lastTold(runId);
      for (let death = 1; death <= deathsTooMany; death += 1)
        expect(await start(startDoomedWorker("rules")).ended).toBe("SIGKILL");
      start(startWorkerProcess());
      await untilFailed(runId);
      expect(await runOf(runId)).toMatchObject({ errorCode: "internal", fileKept: true });
      expect(await last).toMatchObject({ status: "failed", errorCode: "internal" });
      await vi.waitFor(async () => expect(await stateOf(runId)).toBe("failed"), soon);
      await vi.waitFor(async () => {
        const lines = (await listLogs({ ownerId, runId })).map(({ message }) => message);
        expect(lines).toContain("Failed: its worker died too often");
      }, soon);

      await retryAsAPerson(runId);
      await judge.expectUndisturbed(runId);
    });

    test("through a second signal to stop are none: the run goes back at once", async () => {
      const first = start(startDoomedWorker("insert", "SIGSTOP"));
      const runId = await submit();
      await first.halted();
      const holder = await pool().connect();
      try {
        // What the later stages find cannot be written, so the run does not end by itself.
        await holder.query("BEGIN");
        await holder.query("LOCK TABLE validation_results IN EXCLUSIVE MODE");
        first.child.kill("SIGTERM");
        first.child.kill("SIGCONT");
        await first.printed(/stopping: running jobs/);
        await vi.waitFor(() => {
          first.child.kill("SIGTERM");
          expect(first.output()).toContain("stopping at once");
        }, soon);
      } finally {
        await holder.query("ROLLBACK");
        holder.release();
      }
      await first.ended;
      expect(await runOf(runId)).toMatchObject({ status: "queued", errorCode: null });
      start(startWorkerProcess());
      await judge.expectUndisturbed(runId);
      expect(await runOf(runId)).toMatchObject({ attempt: 1 });
    });

    test("do not wait for hours when the machine that set the pause has a clock that is ahead", async () => {
      const runId = await submit();
      await producer().removeJob(runId);
      const queue = makeQueue();
      try {
        const jobId = jobIdOf(runId);
        const data = { validationRunId: runId, fileName: "claims.csv" };
        await queue.add(jobName, data, { ...jobOptions, jobId, priority: 1, delay: 5 * hourMs });
      } finally {
        await queue.close();
      }
      expect(await stateOf(runId)).toBe("delayed");
      await pool().query("UPDATE validation_runs SET updated_at = updated_at - interval '2 minutes'");
      start(startWorkerProcess());
      await judge.expectUndisturbed(runId);
    });
  });
}

const untilFailed = (runId: string) =>
  vi.waitFor(async () => expect((await runOf(runId)).status).toBe("failed"), soon);

const stateOf = async (runId: string) => (await producer().getJobStatus(jobIdOf(runId)))?.state;

/** The snapshot with which the run's stream ends. */
async function lastTold(runId: string): Promise<Snapshot | undefined> {
  let last: Snapshot | undefined;
  for await (const { snapshot } of watchRun({ ctx, input: { runId } })) last = snapshot;
  return last;
}

/** When the run's log got each line, in milliseconds by the database's clock. */
async function timesOf(runId: string): Promise<(message: string) => number> {
  const lines = await listLogs({ ownerId, runId });
  const times = new Map(lines.map(({ message, timestamp }) => [message, Date.parse(timestamp)]));
  return (message) => times.get(message) ?? Number.NaN;
}
