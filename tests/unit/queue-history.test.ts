import { expect, it } from "vitest";
import type { QueueRows } from "@/db/read-queue-history";
import { toHistory, windowOf } from "@/services/queue-history";

const now = new Date("2026-03-01T10:00:30.000Z");
const none: QueueRows = { edges: [], ended: [], failed: [], waits: [] };

it("cuts time at round moments, so that a later look has the same steps", () => {
  const hour = windowOf("hour", now);
  expect(hour.from.toISOString()).toBe("2026-03-01T09:01:00.000Z");
  expect(windowOf("hour", new Date("2026-03-01T10:00:59.999Z")).from).toEqual(hour.from);
  expect(windowOf("day", now).from.toISOString()).toBe("2026-02-28T10:15:00.000Z");
  expect(windowOf("week", now).from.toISOString()).toBe("2026-02-22T12:00:00.000Z");
});

it("averages how many waited over each step, from the moments at which they came and went", () => {
  const { points } = toHistory(
    "hour",
    {
      ...none,
      edges: [
        // Two waited from before; one of them left at 90 s. A third came at 75 s and stays.
        { kind: "waiting", step: -1, count: 2, seconds: 0 },
        { kind: "waiting", step: 1, count: 0, seconds: 75 - 90 },
        // One was at work for 30 s of the first step, and one begins 15 s before the end of the last, unfinished one.
        { kind: "active", step: 0, count: 0, seconds: 10 - 40 },
        { kind: "active", step: 59, count: 1, seconds: 59 * 60 + 15 },
      ],
    },
    now,
  );
  expect(points).toHaveLength(60);
  expect(points[0]).toMatchObject({ at: "2026-03-01T09:01:00.000Z", waiting: 2, active: 0.5 });
  expect(points[1]).toMatchObject({ waiting: 2.25, active: 0 });
  expect(points[2]).toMatchObject({ waiting: 2, active: 0 });
  expect(points[59]).toMatchObject({ waiting: 2, active: 0.5 });
});

it("tells the pace per minute of each step and of the whole, a step just begun over a minute", () => {
  const { points, totals } = toHistory(
    "hour",
    {
      ...none,
      ended: [
        { step: 3, count: 4, rows: 1000, seconds: [1, 2, 3] },
        { step: 59, count: 6, rows: 60, seconds: [1, 1, 1] },
        { step: null, count: 10, rows: 1060, seconds: [1, 2, 3] },
      ],
    },
    now,
  );
  expect(points[3]).toMatchObject({ runsPerMinute: 4, rowsPerMinute: 1000, run: { p50: 1, p95: 2, p99: 3 } });
  expect(points[4]).toMatchObject({ runsPerMinute: 0, run: null, wait: null });
  expect(points[59]).toMatchObject({ runsPerMinute: 6, rowsPerMinute: 60 });
  expect(totals.ended).toBe(10);
  expect(totals.runsPerMinute).toBeCloseTo(10 / 59.5);
});

it("counts failures by whose business they are, those without a code as the worker's", () => {
  const { points, totals } = toHistory(
    "day",
    {
      ...none,
      failed: [
        { step: 0, code: "file-gone", count: 2 },
        { step: 0, code: "database", count: 1 },
        { step: 5, code: null, count: 1 },
        { step: 5, code: "unavailable", count: 3 },
      ],
    },
    now,
  );
  expect(points[0]?.failures).toEqual({ file: 2, queue: 0, database: 1, storage: 0, worker: 0 });
  expect(totals.failures).toEqual({ file: 2, queue: 3, database: 1, storage: 0, worker: 1 });
});
