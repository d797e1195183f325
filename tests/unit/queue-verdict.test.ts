import { expect, it } from "vitest";
import { nextInSeconds, verdictOf } from "@/services/queue-verdict";

const now = new Date("2026-03-01T10:00:00.000Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const well = { reachable: true, isPaused: false, workers: 1, waiting: 0, active: 0, waitingSince: null };

it("says the first reason for which nothing moves", () => {
  const waiting = { ...well, waiting: 3, waitingSince: ago(1) };
  expect(verdictOf({ ...waiting, reachable: false, workers: 0 }, now)).toBe("unreachable");
  expect(verdictOf({ ...waiting, workers: 0, isPaused: true }, now)).toBe("no-worker");
  expect(verdictOf({ ...waiting, isPaused: true }, now)).toBe("paused");
});

it("moves while a job is at work or has just come, and is stuck when one waits a minute with none at work", () => {
  expect(verdictOf(well, now)).toBe("idle");
  expect(verdictOf({ ...well, active: 1 }, now)).toBe("moving");
  expect(verdictOf({ ...well, waiting: 1, waitingSince: ago(59) }, now)).toBe("moving");
  expect(verdictOf({ ...well, waiting: 1, waitingSince: ago(61) }, now)).toBe("stuck");
  expect(verdictOf({ ...well, waiting: 1, waitingSince: ago(3600), active: 1 }, now)).toBe("moving");
});

it("tells when the next can start from the run that will end first, and nothing before a pace is known", () => {
  const run = (progress: number, seconds: number) => ({ progress, startedAt: ago(seconds).toISOString() });
  expect(nextInSeconds([run(50, 30), run(80, 40)], now)).toBe(10);
  expect(nextInSeconds([run(50, 1), run(4, 60), { progress: 0, startedAt: null }], now)).toBeNull();
  expect(nextInSeconds([], now)).toBeNull();
});
