import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { findFile } from "@/db/find-file";
import { findRun } from "@/db/find-run";
import { listFindings } from "@/db/list-findings";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { door } from "@/server/http/door";
import { submit as submitHandler } from "@/server/http/submit";
import { checkReady } from "@/services/check-ready";
import { deleteRun } from "@/services/delete-run";
import { enqueueRun } from "@/services/enqueue-run";
import { exportRows } from "@/services/export-rows";
import { uploadFile } from "@/services/upload-file";
import type { Snapshot } from "@/snapshot";
import { storage } from "@/storage/storage";
import { startWorker } from "../../worker/start-worker";
import { runProgram } from "../service/program.mjs";
import { startS3 } from "../service/start-s3.mjs";

const s3 = await startS3();
Object.assign(process.env, s3.settings);

const ownerId = "local";
const ctx = { actor: { ownerId, name: "tester" } };
const soon = { timeout: 60_000, interval: 50 };
vi.setConfig({ testTimeout: 90_000 });
const rows = 20_000;
/** A cell too many in every thousandth row. */
const lines = Array.from({ length: rows }, (_, at) => (at % 1000 === 7 ? `${at},x,y` : `${at},name ${at}`));
const csv = `id,name\n${lines.join("\n")}\n`;

const filesIn = (folder: string) =>
  readdir(join(env().DATA_DIR, folder), { recursive: true }).catch(() => []);
const upload = () => uploadFile({ ctx, input: { name: "a.csv", body: new Blob([csv]).stream() } });
const runOf = (runId: string) => findRun({ ownerId, runId });

async function submit(keepHours?: number) {
  const { fileId } = await upload();
  const { validationId: runId } = await enqueueRun({ ctx, input: { fileId, keepHours } });
  return { fileId, runId };
}

let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
afterEach(async () => {
  await worker?.close(0);
  worker = undefined;
});
afterAll(async () => {
  await runEvents().close();
  await producer().close();
  await s3.close();
});

test("a store that is away refuses an upload with 503 as its own fault, and the service is not ready", async () => {
  expect((await checkReady()).notReady).not.toContain("storage");
  const { fileId } = await upload();
  await s3.stop();
  const request = new Request("http://127.0.0.1:3000/api/validations?fileName=a.csv", {
    method: "POST",
    body: csv,
    headers: { host: "127.0.0.1:3000", "content-type": "text/csv" },
  });
  const answer = await door(submitHandler)(request, { params: Promise.resolve({}) });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: "unavailable", errorCategory: "storage" });
  const refused = { code: "unavailable", params: { category: "storage" } };
  await expect(upload()).rejects.toMatchObject(refused);
  await expect(enqueueRun({ ctx, input: { fileId } })).rejects.toMatchObject(refused);
  expect((await checkReady()).notReady).toContain("storage");
  await s3.start();
  expect((await checkReady()).notReady).not.toContain("storage");
});

test("a worker says at its start what is wrong with the bucket, and no key", async () => {
  const { DATABASE_URL = "", DATA_DIR = "", QUEUE_PREFIX = "" } = process.env;
  const own = { DATABASE_URL, DATA_DIR, QUEUE_PREFIX, LOG_LEVEL: "error" };
  const key = { S3_ACCESS_KEY_ID: "unknown", S3_SECRET_ACCESS_KEY: "secret-one" };
  const settings = { ...own, ...s3.settings, ...key };
  const program = runProgram(["--import", "tsx", "worker/main.ts"], settings);
  const output = await program.printed(/InvalidAccessKeyId.*files cannot be kept or fetched/);
  await program.stop();
  expect(output).not.toContain("secret-one");
});

test("an attempt whose store dies in the middle of the copy is tried again and finds all", async () => {
  const heard: Snapshot[] = [];
  const off = runEvents().onSnapshot((snapshot) => heard.push(snapshot));
  await runEvents().ready();
  const { runId } = await submit();
  const stalled = s3.stallDownloads();
  worker = await startWorker();
  await stalled;
  await vi.waitFor(() => expect(heard.at(-1)?.progress).toBeGreaterThan(0), soon);
  expect(await filesIn("scratch")).not.toEqual([]);
  await s3.stop();
  await vi.waitFor(async () => expect((await runOf(runId))?.errorCode).toBe("storage"), soon);
  expect(await runOf(runId)).toMatchObject({ status: "queued", attempt: 1, errorCategory: "storage" });
  await s3.start();
  await vi.waitFor(async () => expect((await runOf(runId))?.status).toBe("completed"), soon);
  off();
  expect(await runOf(runId)).toMatchObject({ rows, counts: { error: 20 }, errorCode: null });
  expect((await listFindings({ ownerId, runId, limit: 100 })).items).toHaveLength(20);
  // Within each attempt progress only grows, and copying is told before a row is read.
  const working = heard.filter(({ status }) => status === "processing");
  for (const attempt of [1, 2, 3]) {
    const told = working.filter((one) => one.attempt === attempt).map(({ progress }) => progress);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  }
  const copying = working.filter(({ rows, progress }) => rows === 0 && progress > 0);
  expect(copying.map(({ stage }) => stage)).toContain("parse");
  await vi.waitFor(async () => expect((await runOf(runId))?.fileKept).toBe(false), soon);
  expect(await filesIn("scratch")).toEqual([]);
  expect(await filesIn("files")).toEqual([]);
});

test("an object that is gone fails the run at once, without a retry", async () => {
  const { runId, fileId } = await submit();
  await storage().remove((await findFile({ ownerId, id: fileId }))?.storageKey ?? "");
  worker = await startWorker();
  await vi.waitFor(async () => expect((await runOf(runId))?.status).toBe("failed"), soon);
  expect(await runOf(runId)).toMatchObject({ errorCode: "file-gone", attempt: 1 });
});

test("the rows of a kept file come from the bucket and leave no copy, also for a reader who leaves", async () => {
  const { runId, fileId } = await submit(1);
  worker = await startWorker();
  await vi.waitFor(async () => expect((await runOf(runId))?.status).toBe("completed"), soon);
  await worker.close();
  const rowsOf = (part: "sound" | "faulty") =>
    exportRows({ ctx, input: { runId, part, lang: "en", safe: false } });
  const sound = await rowsOf("sound");
  expect(await text(sound.parts)).toBe(csv.replaceAll(/^.*,x,y\n/gm, ""));
  expect(sound).toMatchObject({ count: rows - 20, total: rows - 20 });
  const faulty = await rowsOf("faulty");
  expect((await text(faulty.parts)).match(/,x,y/g)).toHaveLength(20);
  const left = await rowsOf("sound");
  await left.parts.next();
  await left.parts.return(undefined);
  expect(await filesIn("scratch")).toEqual([]);

  await deleteRun({ ctx, input: { runId } });
  expect(await findFile({ ownerId, id: fileId })).toMatchObject({ removedAt: expect.any(String) });
});
