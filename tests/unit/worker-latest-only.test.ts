import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { latestOnly } from "../../worker/latest-only";

const everyMs = 200;

describe("latestOnly", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("writes the newest of a burst, at most five times a second", async () => {
    const written: number[] = [];
    const reports = latestOnly<number>({
      everyMs,
      write: async (value) => void written.push(value),
      onError: () => undefined,
    });
    for (let value = 1; value <= 100; value += 1) {
      reports.push(value);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(written.length).toBeLessThanOrEqual(6);
    expect(written).toEqual([...written].sort((a, b) => a - b));
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(written.at(-1)).toBe(100);
  });

  test("never writes two values at a time", async () => {
    let writing = 0;
    let most = 0;
    const reports = latestOnly<number>({
      everyMs,
      async write() {
        writing += 1;
        most = Math.max(most, writing);
        await new Promise((resolve) => setTimeout(resolve, everyMs * 3));
        writing -= 1;
      },
      onError: () => undefined,
    });
    for (let value = 0; value < 50; value += 1) {
      reports.push(value);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(most).toBe(1);
  });

  test("stop waits for the write under way and drops what waits", async () => {
    const finished: number[] = [];
    const reports = latestOnly<number>({
      everyMs,
      async write(value) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        finished.push(value);
      },
      onError: () => undefined,
    });
    reports.push(1);
    await vi.advanceTimersByTimeAsync(0);
    reports.push(2);
    const stopped = reports.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    await stopped;
    expect(finished).toEqual([1]);
  });

  test("hands a failed write to onError and goes on", async () => {
    const errors: unknown[] = [];
    const reports = latestOnly<number>({
      everyMs,
      write: async (value) => {
        if (value === 1) throw new Error("gone");
      },
      onError: (error) => errors.push(error),
    });
    reports.push(1);
    await vi.advanceTimersByTimeAsync(0);
    reports.push(2);
    await vi.advanceTimersByTimeAsync(everyMs);
    expect(errors).toHaveLength(1);
  });
});
