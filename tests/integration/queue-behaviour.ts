import { randomUUID } from "node:crypto";
import { type Job, UnrecoverableError } from "bullmq";
import { afterAll, describe, expect, it, vi } from "vitest";
import { makeWorker } from "@/queue/backend";
import { jobIdOf } from "@/queue/contract";
import { type RunNews, runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import type { Snapshot } from "@/snapshot";

const ownerId = "local";
const patient = { timeout: 10_000, interval: 20 };

function snapshotOf(runId: string, revision: number): Snapshot {
  const now = new Date().toISOString();
  return {
    runId,
    ownerId,
    batchId: null,
    revision,
    status: "processing",
    stage: "parse",
    progress: 12.34,
    attempt: 1,
    bytesRead: 10,
    bytesTotal: 100,
    rows: 3,
    errorRows: 1,
    counts: { error: 1, warning: 0, info: 0 },
    codes: { "type-error": 1 },
    kept: 1,
    errorCode: null,
    updatedAt: now,
    startedAt: now,
    finishedAt: null,
  };
}

const newRun = (turn = 2) => ({ runId: randomUUID(), fileName: "claims é.csv", turn });

/** Hears all of one run's events from now on. */
async function hear(runId: string) {
  const snapshots: Snapshot[] = [];
  const changes: RunNews[] = [];
  const offs = [
    runEvents().onSnapshot((snapshot) => snapshot.runId === runId && snapshots.push(snapshot)),
    runEvents().onChange((news) => news.runId === runId && changes.push(news)),
  ];
  await runEvents().ready();
  return { snapshots, changes, off: () => offs.map((off) => off()) };
}

/** What must hold on either backend. */
export function describeQueue(): void {
  afterAll(async () => {
    await runEvents().close();
    await producer().close();
  });

  describe("a job", () => {
    it("carries the run's id and the file's name, and nothing else", async () => {
      const secret = { ...newRun(), ownerId, errorMessage: "secret", report: { cell: "secret" } };
      const jobId = await producer().enqueue(secret);
      expect(jobId).toBe(`validation-${secret.runId}`);
      const { runId: validationRunId, fileName } = secret;
      expect(await producer().getJobStatus(jobId)).toEqual({
        id: jobId,
        state: expect.stringMatching(/waiting|prioritized/),
        progress: null,
        data: { validationRunId, fileName },
      });
    });

    it("is one, however often it is enqueued", async () => {
      const run = newRun();
      const total = async () => {
        const { waiting = 0, prioritized = 0 } = await producer().counts();
        return waiting + prioritized;
      };
      const before = await total();
      await producer().enqueue(run);
      await producer().enqueue(run);
      expect(await total()).toBe(before + 1);
    });

    it("can be taken out while it waits", async () => {
      const run = newRun();
      const jobId = await producer().enqueue(run);
      expect(await producer().removeJob(run.runId)).toBe(true);
      expect(await producer().removeJob(run.runId)).toBe(false);
      expect(await producer().getJobStatus(jobId)).toBeNull();
    });
  });

  describe("events", () => {
    it("bring a snapshot from ring() to every listener, without what is not its own", async () => {
      const run = newRun();
      await producer().enqueue(run);
      const [one, two] = [await hear(run.runId), await hear(run.runId)];
      const snapshot = snapshotOf(run.runId, 2);
      await producer().ring(Object.assign({ errorMessage: "secret" }, snapshot));
      await vi.waitFor(() => expect(one.snapshots).toEqual([snapshot]), patient);
      expect(two.snapshots).toEqual([snapshot]);
      expect((await producer().getJobStatus(jobIdOf(run.runId)))?.progress).toEqual(snapshot);
      two.off();
      await producer().ring(snapshotOf(run.runId, 3));
      await vi.waitFor(() => expect(one.snapshots).toHaveLength(2), patient);
      expect(two.snapshots).toHaveLength(1);
      one.off();
    });

    it("tell of a change when the run has no job any more", async () => {
      const runId = randomUUID();
      const heard = await hear(runId);
      await producer().ring(snapshotOf(runId, 2));
      await vi.waitFor(() => expect(heard.changes).toEqual([{ runId, ownerId, deleted: false }]), patient);
      heard.off();
    });

    it("bring an announced change with its owner", async () => {
      const runId = randomUUID();
      const heard = await hear(runId);
      await producer().announce({ runId, ownerId, deleted: true });
      await vi.waitFor(() => expect(heard.changes).toEqual([{ runId, ownerId, deleted: true }]), patient);
      heard.off();
    });

    it("lose none of many, and keep their order", async () => {
      const run = newRun();
      await producer().enqueue(run);
      const heard = await hear(run.runId);
      for (let revision = 1; revision <= 50; revision += 1)
        await producer().ring(snapshotOf(run.runId, revision));
      const revisions = Array.from({ length: 50 }, (_, at) => at + 1);
      await vi.waitFor(() => expect(heard.snapshots.map((s) => s.revision)).toEqual(revisions), patient);
      heard.off();
    });

    it("go on after the reader is closed and asked for again", async () => {
      await runEvents().ready();
      await runEvents().close();
      const runId = randomUUID();
      const heard = await hear(runId);
      await producer().announce({ runId, ownerId, deleted: false });
      await vi.waitFor(() => expect(heard.changes).toHaveLength(1), patient);
      heard.off();
    });
  });

  describe("a worker", () => {
    it("takes the urgent job first; its progress and its end are heard", async () => {
      const [plain, urgent] = [newRun(), newRun(1)];
      const heard = await hear(urgent.runId);
      await producer().enqueue(plain);
      await producer().enqueue(urgent);
      const order: string[] = [];
      const worker = makeWorker(
        async (job: Job) => {
          order.push(job.data.validationRunId);
          await job.updateProgress(snapshotOf(job.data.validationRunId, 2));
        },
        { concurrency: 1 },
      );
      await vi.waitFor(async () => expect(order).toContain(plain.runId), patient);
      expect(order.indexOf(urgent.runId)).toBeLessThan(order.indexOf(plain.runId));
      await vi.waitFor(() => expect(heard.snapshots).toHaveLength(1), patient);
      await worker.close();
      expect((await producer().getJobStatus(jobIdOf(urgent.runId)))?.state).toBe("completed");
      heard.off();
    });

    it("tries a job that fails at once, after 2 s and after 4 s, and one that must not be retried once", async () => {
      const [ours, theirs] = [newRun(), newRun()];
      const jobId = await producer().enqueue(ours);
      const theirId = await producer().enqueue(theirs);
      const triesOf = new Map<string, number[]>([
        [jobId, []],
        [theirId, []],
      ]);
      const worker = makeWorker(
        async (job: Job) => {
          triesOf.get(String(job.id))?.push(performance.now());
          if (job.id === theirId) throw new UnrecoverableError("file-gone");
          if (job.id === jobId) throw new Error("broken");
        },
        { concurrency: 1 },
      );
      const state = async (id: string) => (await producer().getJobStatus(id))?.state;
      await vi.waitFor(async () => expect(await state(jobId)).toBe("failed"), {
        timeout: 15_000,
        interval: 50,
      });
      await worker.close();
      const [first = 0, second = 0, third = 0, ...more] = triesOf.get(jobId) ?? [];
      expect(more).toEqual([]);
      // A timer may be a hair early.
      for (const [wait, seconds] of [
        [second - first, 2],
        [third - second, 4],
      ] as const) {
        expect(wait).toBeGreaterThan(seconds * 1000 - 50);
        expect(wait).toBeLessThan(seconds * 1000 + 1_500);
      }
      expect(await state(theirId)).toBe("failed");
      expect(triesOf.get(theirId)).toHaveLength(1);
    });

    it("gets a new job of a run that was done before, and of one that is still being given up", async () => {
      const run = newRun();
      const jobId = await producer().enqueue(run);
      let taken = 0;
      let giveUp = () => {};
      const worker = makeWorker(
        async (job: Job) => {
          if (job.id !== jobId) return;
          taken += 1;
          if (taken === 2)
            await new Promise<void>((resolve) => {
              giveUp = resolve;
            });
        },
        { concurrency: 1 },
      );
      const state = async () => (await producer().getJobStatus(jobId))?.state;
      await vi.waitFor(async () => expect(await state()).toBe("completed"), patient);
      await producer().enqueue(run);
      await vi.waitFor(() => expect(taken).toBe(2), patient);
      const again = producer().enqueue(run);
      expect(await producer().removeJob(run.runId)).toBe(false);
      giveUp();
      await again;
      await vi.waitFor(() => expect(taken).toBe(3), patient);
      await worker.close();
    });
  });
}
