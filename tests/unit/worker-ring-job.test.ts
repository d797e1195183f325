import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Snapshot } from "@/snapshot";
import { bellOf } from "../../worker/ring-job";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (revision: number): Snapshot => ({
  runId: "00000000-0000-4000-8000-000000000000",
  ownerId: "local",
  batchId: null,
  revision,
  status: "processing",
  stage: "parse",
  progress: 1,
  attempt: 1,
  bytesRead: 1,
  bytesTotal: 2,
  rows: 1,
  errorRows: 0,
  counts: { error: 0, warning: 0, info: 0 },
  codes: {},
  kept: 0,
  errorCode: null,
  updatedAt: new Date(0).toISOString(),
  startedAt: new Date(0).toISOString(),
  finishedAt: null,
});

function queue() {
  const told: number[] = [];
  const open: (() => void)[] = [];
  const updateProgress = (progress: unknown) => {
    told.push(Snapshot.parse(progress).revision);
    return new Promise<void>((resolve) => open.push(resolve));
  };
  return { told, answer: () => open.shift()?.(), job: { id: "validation-x", updateProgress } };
}

test("a queue that does not answer holds a run up for a second at most, and later rings not at all", async () => {
  const { told, answer, job } = queue();
  const ring = bellOf(job);
  let rung = false;
  const first = ring(at(1)).then(() => {
    rung = true;
  });
  await vi.advanceTimersByTimeAsync(900);
  expect(rung).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  await first;
  await ring(at(2));
  await ring(at(3));
  expect(told).toEqual([1]);

  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([1, 3]);
});

test("a job that has gone is no reason to fail, and the next snapshot rings again", async () => {
  const told: number[] = [];
  const ring = bellOf({
    id: "validation-x",
    async updateProgress(progress: unknown) {
      told.push(Snapshot.parse(progress).revision);
      throw new Error("Missing key for job");
    },
  });
  await ring(at(1));
  await ring(at(2));
  expect(told).toEqual([1, 2]);
});
