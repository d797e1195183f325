import { expect, vi } from "vitest";
import { findRun } from "@/db/find-run";
import { listFindings } from "@/db/list-findings";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { enqueueRun } from "@/services/enqueue-run";
import { uploadFile } from "@/services/upload-file";
import { createClient } from "../../cli/client";
import { followRun, type WatchEvent } from "../../cli/follow";
import { runProgram } from "../service/program.mjs";
import { serveTrpc } from "./serve-trpc";

const ownerId = "local";
const ctx = { actor: { ownerId, name: "tester" } };
const soon = { timeout: 60_000, interval: 50 };
const rows = 400_000;
/** Rows with one cell too many: a finding each. */
const faulty = 2_000;

/** A real worker process with this test file's settings. */
function startWorkerProcess() {
  const { DATABASE_URL, DATA_DIR, QUEUE_PREFIX, REDIS_URL = "" } = process.env;
  return runProgram(["--import", "tsx", "worker/main.ts"], {
    DATABASE_URL: String(DATABASE_URL),
    DATA_DIR: String(DATA_DIR),
    QUEUE_PREFIX: String(QUEUE_PREFIX),
    REDIS_URL,
    LOG_LEVEL: "info",
  });
}

/** The service's procedures in this process, and a worker in another. */
export async function startBoth() {
  const service = await serveTrpc();
  const worker = startWorkerProcess();
  return {
    service,
    worker,
    async close() {
      await worker.stop();
      await service.close();
      await runEvents().close();
      await producer().close();
    },
  };
}

/** Fails at once when the worker process ends, with what it said: no fault of its surroundings may end it. */
export async function whileItLives<T>(
  worker: ReturnType<typeof startWorkerProcess>,
  work: Promise<T>,
): Promise<T> {
  const died = worker.ended.then((code) => {
    throw new Error(`The worker process ended (${code}):\n${worker.output()}`);
  });
  return Promise.race([work, died]);
}

/** Enqueues a long run and follows it as a client does; resolves when its rows are being read. */
export async function startLongRun(url: string) {
  const lines = Array.from({ length: rows }, (_, at) => (at % (rows / faulty) === 7 ? "1,2,3" : `${at},x`));
  const body = new Blob([`id,name\n${lines.join("\n")}\n`]).stream();
  const { fileId } = await uploadFile({ ctx, input: { name: "long.csv", body } });
  const { validationId: runId } = await enqueueRun({ ctx, input: { fileId } });
  const client = createClient({ url, token: undefined, lang: "en" });
  const heard: WatchEvent[] = [];
  const followed = followRun(client, { runId, onEvent: (event) => heard.push(event) });
  // Judged by `expectOneEnd`; until then nobody waits for it.
  followed.catch(() => {});
  await vi.waitFor(() => expect(heard.at(-1)?.snapshot.rows).toBeGreaterThan(0), soon);
  return { runId, heard, followed };
}

/** The run has ended once, well, with nothing twice and nothing lost, and its follower knows. */
export async function expectOneEnd({ runId, heard, followed }: Awaited<ReturnType<typeof startLongRun>>) {
  const last = await followed;
  expect(last.snapshot).toMatchObject({ status: "completed", rows, errorCode: null });
  expect(last.totals?.reduce((sum, { count }) => sum + count, 0)).toBe(faulty);
  const finals = heard.filter(({ snapshot }) => snapshot.finishedAt !== null);
  expect(finals).toHaveLength(1);

  const run = await findRun({ ownerId, runId });
  expect(run).toMatchObject({ status: "completed", kept: env().MAX_KEPT_FINDINGS_PER_CODE });
  const found: (number | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await listFindings({ ownerId, runId, limit: 500, cursor });
    found.push(...page.items.map(({ row }) => row));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(found).toHaveLength(env().MAX_KEPT_FINDINGS_PER_CODE);
  expect(new Set(found).size).toBe(found.length);

  // The queue is through with it too: no job is left that would run it again.
  await vi.waitFor(async () => {
    const { waiting, prioritized, active, delayed } = await producer().counts();
    expect({ waiting, prioritized, active, delayed }).toEqual({
      waiting: 0,
      prioritized: 0,
      active: 0,
      delayed: 0,
    });
  }, soon);
  expect((await findRun({ ownerId, runId }))?.revision).toBe(run?.revision);
}
