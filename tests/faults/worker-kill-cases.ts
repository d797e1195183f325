import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { listLogs } from "@/db/list-logs";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { type Judge, openJudge } from "./judge";
import { ownerId, runOf, soon, submit } from "./runs";
import { startDoomedWorker, startWorkerProcess, type WorkerProcess } from "./worker-process";

const mostDeaths = 3;

/** Workers that die as by kill -9, on whichever queue the file that calls this has chosen. */
export function describeWorkerKills(queue: string): void {
  describe(`a worker killed, on ${queue}`, () => {
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

    test("in each of the four stages, leaves its run to another, which stores what an undisturbed one stores", async () => {
      const stages = ["parse", "insert", "rules", "store"] as const;
      const runIds = await Promise.all(stages.map((stage) => submit(`${stage}.csv`)));
      const doomed = stages.map((stage) => start(startDoomedWorker(stage)));
      for (const worker of doomed) expect(await worker.ended).toBe("SIGKILL");
      start(startWorkerProcess());
      await judge.expectUndisturbed(...runIds);
    });

    test("right after the commit, leaves a run that has ended and is not run again", async () => {
      const worker = start(startWorkerProcess());
      const runId = await submit();
      // The last thing an attempt writes is its line in the log: held up there, the worker has committed and not told the queue.
      await vi.waitFor(async () => expect((await runOf(runId)).attempt).toBe(1), soon);
      await vi.waitFor(async () => expect(await linesOf(runId)).toContain("Attempt 1 started"), soon);
      const holder = await pool().connect();
      try {
        await holder.query("BEGIN");
        await holder.query("LOCK TABLE validation_logs IN EXCLUSIVE MODE");
        await vi.waitFor(async () => expect((await runOf(runId)).status).toBe("completed"), soon);
        await worker.kill();
      } finally {
        await holder.query("ROLLBACK");
        holder.release();
      }
      expect((await producer().getJobStatus(jobIdOf(runId)))?.state).toBe("active");
      const { revision } = await runOf(runId);
      start(startWorkerProcess());
      await judge.expectUndisturbed(runId);
      expect(await runOf(runId)).toMatchObject({ revision });
    });

    test("three times under the same run, leaves it to a fourth", async () => {
      const runId = await submit();
      for (let death = 1; death <= mostDeaths; death += 1)
        expect(await start(startDoomedWorker("rules")).ended).toBe("SIGKILL");
      start(startWorkerProcess());
      await judge.expectUndisturbed(runId);
    });
  });
}

async function linesOf(runId: string): Promise<string[]> {
  return (await listLogs({ ownerId, runId })).map(({ message }) => message);
}
