import { randomUUID } from "node:crypto";
import type { Job } from "bullmq";
import { afterAll, describe, expect, it, vi } from "vitest";
import { addToBatch } from "@/db/add-to-batch";
import { claimRun } from "@/db/claim-run";
import { closeDb } from "@/db/client";
import { finishRun } from "@/db/finish-run";
import { insertBatch } from "@/db/insert-batch";
import { insertRun } from "@/db/insert-run";
import type { Priority } from "@/priority";
import { makeWorker } from "@/queue/backend";
import { ValidationJob } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { makeFile, makeRun, summaryOf } from "./make-run";

const patient = { timeout: 20_000, interval: 20 };

/** Queues a new run and gives its id. */
async function queued(ownerId: string, priority?: Priority): Promise<string> {
  const run = await makeRun(ownerId, priority);
  await producer().enqueue(run);
  return run.runId;
}

const many = async (count: number, make: () => Promise<string>) => {
  const made: string[] = [];
  while (made.length < count) made.push(await make());
  return made;
};

/** Runs what waits, one run after the other, until `last` has been served; gives the order. */
async function serveUntil(last: string[], onServed: () => Promise<unknown> = async () => {}) {
  const order: string[] = [];
  const worker = makeWorker(
    async (job: Job) => {
      const { validationRunId: runId } = ValidationJob.parse(job.data);
      const claimed = await claimRun({ runId, attempt: 1 });
      if (!claimed) return;
      order.push(runId);
      if (last.some((id) => !order.includes(id))) await onServed();
      await finishRun({ runId, claim: claimed.claim, summary: summaryOf([]) });
    },
    { concurrency: 1 },
  );
  await vi.waitFor(() => expect(order).toEqual(expect.arrayContaining(last)), patient);
  await worker.close();
  return order;
}

/** Who runs when, on whichever queue the file that calls this has chosen. */
export function describeFairness(queue: string): void {
  describe(`fairness on ${queue}`, () => {
    afterAll(async () => {
      await producer().close();
      await closeDb();
    });

    it("one owner's many files do not hold up another owner's one, and each owner's keep their order", async () => {
      const crowd = await many(40, () => queued("crowd"));
      const [single = ""] = await many(1, () => queued("single"));
      const order = await serveUntil([...crowd, single]);
      expect(order.indexOf(single)).toBeLessThanOrEqual(1);
      expect(order.filter((id) => id !== single)).toEqual(crowd);
    });

    it("a batch of many files does not hold up another owner's one either, and keeps its order", async () => {
      const fileIds = await many(60, async () => (await makeFile("batcher")).id);
      const openUntil = new Date(Date.now() + 60_000);
      const batchId = randomUUID();
      const whose = { batchId, ownerId: "batcher", createdBy: "test", openUntil };
      await insertBatch({ ...whose, priority: "normal", expectedFiles: fileIds.length });
      const { fresh } = await addToBatch({ ...whose, fileIds, maxFiles: fileIds.length });
      await producer().enqueueAll(fresh);
      const [single = ""] = await many(1, () => queued("alone"));
      const order = await serveUntil([...fresh.map(({ runId }) => runId), single]);
      expect(order.indexOf(single)).toBeLessThanOrEqual(1);
      expect(order.filter((id) => id !== single)).toEqual(fresh.map(({ runId }) => runId));
    });

    it("what is urgent passes its owner's own backlog, and what is not waits for it", async () => {
      const low = await queued("one", "low");
      const normal = await many(6, () => queued("one"));
      const high = await queued("one", "high");
      expect(await serveUntil([low, ...normal, high])).toEqual([high, ...normal, low]);
    });

    it("a low one runs in the end although urgent ones of ever new owners keep coming", async () => {
      const low = await queued("patient", "low");
      const urgent = () => queued(randomUUID(), "high");
      await many(3, urgent);
      const order = await serveUntil([low], urgent);
      expect(order.indexOf(low)).toBeGreaterThan(20);
      expect(order.indexOf(low)).toBeLessThan(200);
    });

    it("runs that are enqueued at the same moment get a turn each", async () => {
      const ids = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const { id: fileId } = await makeFile("hasty");
          return insertRun({ ownerId: "hasty", createdBy: "test", fileId });
        }),
      );
      expect(new Set(ids.map(({ turn }) => turn)).size).toBe(12);
    });
  });
}
