import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { parseRuleset } from "@/core/schema/ruleset";
import { closeDb } from "@/db/client";
import { findFile } from "@/db/find-file";
import { findRun } from "@/db/find-run";
import { insertFile } from "@/db/insert-file";
import { listFindings } from "@/db/list-findings";
import { listLogs } from "@/db/list-logs";
import { listTotals } from "@/db/list-totals";
import { saveRuleset } from "@/db/save-ruleset";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { cancelRun } from "@/services/cancel-run";
import { enqueueRun } from "@/services/enqueue-run";
import type { Snapshot } from "@/snapshot";
import { storage } from "@/storage/storage";
import { startWorker } from "../../worker/start-worker";
import { sweepFiles } from "../../worker/sweep-files";

const ownerId = "local";
const ctx = { actor: { ownerId, name: "tester" } };
const within = { timeout: 60_000, interval: 50 };
const secret = "TREM04121925";

const ruleset = parseRuleset({
  id: "worker-test",
  title: "Worker test",
  schema: {
    fields: [
      { name: "id", type: "integer" },
      { name: "name", type: "string" },
      { name: "amount", type: "number" },
    ],
    primaryKey: "id",
  },
});

/** Rows with a wrong amount at every tenth and a repeated key at the end. */
function csvOf(rows: number): string {
  const lines = ["id,name,amount"];
  for (let row = 1; row < rows; row += 1) lines.push(`${row},name ${row},${row % 10 === 0 ? secret : row}`);
  lines.push("1,again,5");
  return `${lines.join("\n")}\n`;
}

async function submit(text: string, keepHours?: number) {
  const saved = await storage().save(Readable.from([Buffer.from(text)]), { maxBytes: 1e9 });
  const file = await insertFile({
    ownerId,
    name: "claims.csv",
    storageKey: saved.key,
    bytes: saved.bytes,
    sha256: saved.sha256,
  });
  const { validationId: runId } = await enqueueRun({
    ctx,
    input: { fileId: file.id, rulesetId: ruleset.id, ...(keepHours === undefined ? {} : { keepHours }) },
  });
  return { runId, file };
}

async function statusOf(runId: string) {
  const run = await findRun({ ownerId, runId });
  if (!run) throw new Error("the run is gone");
  return run;
}

const scratch = () => readdir(join(env().DATA_DIR, "scratch")).catch(() => []);

/** What a worker must do, on whichever queue the file that calls this has chosen. */
export function describeWorker(queue: string): void {
  describe(`a worker on ${queue}`, () => {
    let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
    const start = async () => {
      worker = await startWorker();
    };
    beforeAll(async () => {
      await saveRuleset({ ownerId, ruleset });
    });
    afterEach(async () => {
      await worker?.close(0);
      worker = undefined;
    });
    afterAll(async () => {
      await runEvents().close();
      await producer().close();
      await closeDb();
    });

    test("completes a run with exact counts, rings at each revision, and removes the file", async () => {
      const heard: Snapshot[] = [];
      const off = runEvents().onSnapshot((snapshot) => heard.push(snapshot));
      await runEvents().ready();
      await start();
      const { runId, file } = await submit(csvOf(20_000));
      await vi.waitFor(async () => expect((await statusOf(runId)).status).toBe("completed"), within);
      await vi.waitFor(() => expect(heard.at(-1)?.status).toBe("completed"), within);
      off();

      const run = await statusOf(runId);
      expect(run).toMatchObject({ rows: 20_000, progress: 100, stage: "store", attempt: 1, errorCode: null });
      expect(run.codes).toMatchObject({ "type-error": 1_999, "primary-key": 1 });
      expect(run.kept).toBe(env().MAX_KEPT_FINDINGS_PER_CODE + 1);
      const totals = await listTotals({ ownerId, runId });
      expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);

      const revisions = heard.map(({ revision }) => revision);
      expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
      const progress = heard.map((snapshot) => snapshot.progress);
      expect(progress).toEqual([...progress].sort((a, b) => a - b));

      await vi.waitFor(async () => expect(await storage().exists(file.storageKey)).toBe(false), within);
      await vi.waitFor(async () => expect((await statusOf(runId)).fileKept).toBe(false), within);
      expect(await scratch()).toEqual([]);
    });

    test("writes no cell value into the run's log or the queue", async () => {
      await start();
      const { runId } = await submit(csvOf(100));
      await vi.waitFor(async () => expect((await statusOf(runId)).status).toBe("completed"), within);
      const job = await producer().getJobStatus(`validation-${runId}`);
      const findings = await listFindings({ ownerId, runId, code: "type-error", limit: 5 });
      expect(JSON.stringify(findings)).toContain(secret);
      expect(JSON.stringify(await listLogs({ ownerId, runId }))).not.toContain(secret);
      expect(JSON.stringify(job)).not.toContain(secret);
    });

    test("keeps the file of a person who asked for it", async () => {
      await start();
      const { runId, file } = await submit(csvOf(10), 2);
      await vi.waitFor(async () => expect((await statusOf(runId)).status).toBe("completed"), within);
      await worker?.close();
      expect(await storage().exists(file.storageKey)).toBe(true);
      await sweepFiles(new Date(Date.now() + 3 * 3_600_000));
      expect(await storage().exists(file.storageKey)).toBe(false);
      expect((await findFile({ ownerId, id: file.id }))?.removedAt).not.toBeNull();
    });

    test("a run cancelled at work stays cancelled, and its thread and scratch folder go", async () => {
      await start();
      const { runId } = await submit(csvOf(600_000));
      await vi.waitFor(async () => expect((await statusOf(runId)).rows).toBeGreaterThan(0), within);
      await cancelRun({ ctx, input: { runId } });
      const { revision } = await statusOf(runId);
      await vi.waitFor(async () => expect(await scratch()).toEqual([]), within);
      await worker?.close();
      expect(await statusOf(runId)).toMatchObject({ status: "cancelled", revision });
    });

    test("a file that is gone fails the run at once, without a retry", async () => {
      const { runId, file } = await submit(csvOf(10));
      await storage().remove(file.storageKey);
      await start();
      await vi.waitFor(async () => expect((await statusOf(runId)).status).toBe("failed"), within);
      expect(await statusOf(runId)).toMatchObject({ errorCode: "file-gone", attempt: 1 });
    });

    test("a failed attempt leaves the run queued, and the next one does not double the findings", async () => {
      const { runId, file } = await submit(csvOf(1_000));
      const path = join(env().DATA_DIR, "files", file.storageKey);
      await rename(path, `${path}.aside`);
      await mkdir(path);
      await start();
      await vi.waitFor(async () => expect((await statusOf(runId)).errorCode).toBe("internal"), within);
      expect(await statusOf(runId)).toMatchObject({ status: "queued", attempt: 1 });
      await rm(path, { recursive: true });
      await rename(`${path}.aside`, path);
      await vi.waitFor(async () => expect((await statusOf(runId)).status).toBe("completed"), within);
      expect(await statusOf(runId)).toMatchObject({ attempt: 2, rows: 1_000, errorCode: null });
      expect((await statusOf(runId)).codes).toMatchObject({ "type-error": 99, "primary-key": 1 });
      const { items } = await listFindings({ ownerId, runId, limit: 500 });
      expect(items).toHaveLength(100);
    });

    test("the last attempt's failure fails the run and keeps the file for a retry", async () => {
      const { runId, file } = await submit(csvOf(10));
      const path = join(env().DATA_DIR, "files", file.storageKey);
      await rm(path);
      await mkdir(path);
      await start();
      await vi.waitFor(async () => expect((await statusOf(runId)).status).toBe("failed"), within);
      expect(await statusOf(runId)).toMatchObject({ attempt: 3, errorCode: "internal", fileKept: true });
    });

    test("leaves no folder of a dead worker behind", async () => {
      const stale = join(env().DATA_DIR, "scratch", "left-by-a-dead-worker");
      await mkdir(stale, { recursive: true });
      // Our own id: the process has just started, so the folder must be an earlier one's.
      await writeFile(join(stale, "owner"), `${process.pid} ${hostname()}`);
      await start();
      expect(await scratch()).toEqual([]);
    });
  });
}
