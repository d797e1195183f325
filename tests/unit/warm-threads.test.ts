import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runInThread } from "../../worker/run-in-thread";
import { giveBack, takeThread } from "../../worker/warm-threads";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "warm-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function inputOf(text: string) {
  const path = join(dir, "file.csv");
  await writeFile(path, text);
  const limits = { keptPerCode: 100, stagingMemoryMb: 64 };
  return { path, bytes: text.length, ruleset: null, overrides: {}, scratchDir: dir, ...limits };
}

async function validate(text: string, stopAtProgress = false) {
  const stop = new AbortController();
  const codes: string[] = [];
  const summary = await runInThread(await inputOf(text), {
    signal: stop.signal,
    onProgress: () => stopAtProgress && stop.abort(new Error("cancelled by its owner")),
    onFindings: async (batch) => {
      codes.push(...batch.map(({ finding }) => finding.code));
    },
    onValidated: () => {},
  });
  return { rows: summary.rows, codes };
}

const oneWaits = () => new Promise<void>((resolve) => setImmediate(resolve));

test("a thread that has ended a run well is given the next one, and nothing of the first is in it", async () => {
  const sound = { rows: 2, codes: [] };
  expect(await validate("a,b\n1,2\n3,4\n")).toEqual(sound);
  await oneWaits();
  const used = takeThread();
  giveBack(used, 1);
  expect(await validate("a,b\n1,2\n3\n")).toEqual({ rows: 2, codes: ["missing-cell"] });
  await oneWaits();
  const again = takeThread();
  expect(again).toBe(used);
  giveBack(again, 1);
  expect(await validate("a,b\n1,2\n3,4\n")).toEqual(sound);
}, 60_000);

test("a thread that was stopped ends, and the next run has another", async () => {
  await validate("a\n1\n");
  await oneWaits();
  const before = takeThread();
  giveBack(before, 1);
  const running = validate(`a,b\n${"1,2\n".repeat(400_000)}`, true);
  await expect(running).rejects.toThrow("cancelled by its owner");
  await oneWaits();
  const next = takeThread();
  expect(next).not.toBe(before);
  giveBack(next, 1);
  expect(await validate("a,b\n1,2\n")).toEqual({ rows: 1, codes: [] });
}, 60_000);

test("after a large file the thread ends, and a new one waits in its place", async () => {
  const thread = takeThread();
  const ended = new Promise((resolve) => thread.once("exit", resolve));
  giveBack(thread, 2 ** 30);
  const next = takeThread();
  expect(next).not.toBe(thread);
  await ended;
  giveBack(next, 1);
}, 60_000);
