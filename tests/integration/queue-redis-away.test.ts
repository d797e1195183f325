import { afterAll, expect, it } from "vitest";
import { producer } from "@/queue/producer";

process.env.REDIS_URL = "redis://127.0.0.1:1";

afterAll(() => producer().close());

it("refuses a job at once while Redis is away, and again when asked again", async () => {
  const run = { runId: crypto.randomUUID(), fileName: "a.csv" };
  const startedAt = performance.now();
  await expect(producer().enqueue(run)).rejects.toThrow("ECONNREFUSED");
  await expect(producer().counts()).rejects.toThrow("ECONNREFUSED");
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});
