import { afterAll, expect, it } from "vitest";
import { allQueues } from "@/queue/all-queues";
import { producer } from "@/queue/producer";
import { queueState } from "@/services/queue-state";

process.env.REDIS_URL = "redis://127.0.0.1:1";

afterAll(async () => {
  await producer().close();
  await allQueues().close();
});

it("refuses a job at once while Redis is away, and again when asked again", async () => {
  const run = { runId: crypto.randomUUID(), fileName: "a.csv" };
  const startedAt = performance.now();
  await expect(producer().enqueue(run)).rejects.toThrow("ECONNREFUSED");
  await expect(producer().counts()).rejects.toThrow("ECONNREFUSED");
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});

it("the queue's state says that it cannot be reached, and still tells what the database knows", async () => {
  const ctx = { actor: { ownerId: "local", name: "local" } };
  expect(await queueState({ ctx })).toMatchObject({
    verdict: "unreachable",
    waiting: { total: 0 },
    workers: [],
    queues: null,
  });
});
