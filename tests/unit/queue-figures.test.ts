import { expect, it } from "vitest";
import { sumDepth } from "@/queue/queue-depth";
import { figuresText } from "../../scripts/operate/figures-text";

it("a job that waits is waiting, whatever its priority and whether or not the queue is paused", () => {
  const counts = { waiting: 1, prioritized: 20, paused: 300, active: 2, delayed: 3, completed: 4, failed: 5 };
  expect(sumDepth(counts, true)).toEqual({
    waiting: 321,
    active: 2,
    delayed: 3,
    completed: 4,
    failed: 5,
    isPaused: true,
  });
  expect(sumDepth({}, false)).toMatchObject({ waiting: 0, failed: 0 });
});

it("tells living workers from silent ones, and jobs that no living worker holds", () => {
  const worker = { startedAt: "2026-01-01T00:00:00.000Z", host: "north" };
  const text = figuresText({
    ...{ at: "2026-01-01T00:00:00.000Z", backend: "postgres", isPaused: true, orphaned: 1 },
    ...{ waiting: 12, active: 2, delayed: 0, completed: 7, failed: 0 },
    workers: [
      { ...worker, id: "aaaaaaaa-0000-4000-8000-000000000000", silentSeconds: 3, active: 1 },
      { ...worker, id: "bbbbbbbb-0000-4000-8000-000000000000", silentSeconds: 40, active: 0 },
    ],
  });
  expect(text).toMatch(/PostgreSQL, PAUSED/);
  expect(text).toMatch(/waiting +12$/m);
  expect(text).toMatch(/workers +1$/m);
  expect(text).toMatch(/aaaaaaaa {2}north {2}1 active, seen 3 s ago/);
  expect(text).toMatch(/bbbbbbbb {2}north {2}0 active, SILENT for 40 s/);
  expect(text).toMatch(/1 active with no living worker/);
});
