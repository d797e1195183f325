import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { sweepRuns } from "../../worker/sweep-runs";
import { emptyFolder } from "../chaos/servers";
import { takeWebSeat, type WebSeat } from "../chaos/web-seat";
import { startRedis } from "../integration/redis-server";
import { expectAway, post, until } from "./ask-web";
import { type Judge, openJudge } from "./judge";
import { runOf, soon, submit } from "./runs";
import { startDoomedWorker, startWorkerProcess, type WorkerProcess } from "./worker-process";

// A server of this file's own, since it goes down under the runs.
const folder = await mkdtemp(join(tmpdir(), "facnet-redis-"));
let redis = await startRedis(folder, { durable: true });
process.env.REDIS_URL = redis.url;
const { port } = redis;

let judge: Judge;
let web: WebSeat;
const started: WorkerProcess[] = [];
const start = (worker: WorkerProcess) => {
  started.push(worker);
  return worker;
};

beforeAll(async () => {
  judge = await openJudge();
  web = await takeWebSeat();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.kill()));
});
afterAll(async () => {
  await web?.close();
  await judge?.close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A run that a worker has in its hands, held still in the stage `rules`. */
async function runInMidst() {
  const worker = start(startDoomedWorker("rules", "SIGSTOP"));
  const runId = await submit();
  await worker.halted();
  return { worker, runId };
}

const untilWritten = (runId: string) =>
  vi.waitFor(async () => expect((await runOf(runId)).status).toBe("completed"), soon);

/** What the schedule does each minute, for runs that are at rest already. */
const reconcile = () => vi.waitFor(() => sweepRuns(new Date(Date.now() + 61_000)), soon);

async function tell(password: string | undefined, ...command: [string, ...string[]]): Promise<void> {
  const client = new Redis({ port, ...(password === undefined ? {} : { password }) });
  try {
    await client.call(...command);
  } finally {
    client.disconnect();
  }
}

test("Redis stopped and started again under a run, leaves it one end, and the next run is taken", async () => {
  const { worker, runId } = await runInMidst();
  await redis.stop();
  worker.child.kill("SIGCONT");
  await untilWritten(runId);
  redis = await startRedis(folder, { durable: true, port });
  const next = await (await until(() => post(web.url), 202)).json();
  await judge.expectUndisturbed(runId, next.validationId);
});

test("Redis started again empty, gets its jobs back from the sweep of runs", async () => {
  const { worker, runId } = await runInMidst();
  const waiting = await submit();
  await redis.stop();
  await emptyFolder(folder);
  redis = await startRedis(folder, { durable: true, port });
  await vi.waitFor(async () => expect(await producer().getJobStatus(jobIdOf(waiting))).toBeNull(), soon);
  expect(await reconcile()).toBe(2);
  worker.child.kill("SIGCONT");
  await judge.expectUndisturbed(runId, waiting);
});

test("Redis out of memory, lets the run at work end, and a refused one is answered so, kept, and put back", async () => {
  const { worker, runId } = await runInMidst();
  await tell(undefined, "CONFIG", "SET", "maxmemory", "1");
  await expectAway(await post(web.url), "queue");
  worker.child.kill("SIGCONT");
  await untilWritten(runId);
  const [refused, ...others] = await waitingRuns();
  if (!refused || others.length > 0) throw new Error("one run should wait");
  await tell(undefined, "CONFIG", "SET", "maxmemory", "0");
  expect(await reconcile()).toBe(1);
  await judge.expectUndisturbed(runId, refused);
});

test("Redis with another password than ours, is told as such, lets the run at work end, and is taken back when it is ours again", async () => {
  const { worker, runId } = await runInMidst();
  await tell(undefined, "CONFIG", "SET", "requirepass", "first");
  await tell("first", "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
  await expectAway(await until(() => post(web.url), 503), "queue");
  worker.child.kill("SIGCONT");
  await untilWritten(runId);
  expect(web.process().output()).toMatch(/NOAUTH/);

  const REDIS_URL = `redis://:other@127.0.0.1:${port}`;
  const mistaken = start(startWorkerProcess({ env: { REDIS_URL } }));
  await mistaken.printed(/WRONGPASS/);
  expect(mistaken.output()).not.toMatch(/is ready/);
  await tell("first", "CONFIG", "SET", "requirepass", "other");
  await mistaken.ready();
  await tell("other", "CONFIG", "SET", "requirepass", "");

  const [refused] = await waitingRuns();
  const next = await (await until(() => post(web.url), 202)).json();
  if (!refused) throw new Error("the refused run should wait");
  await reconcile();
  await judge.expectUndisturbed(runId, refused, next.validationId);
});

async function waitingRuns(): Promise<string[]> {
  const { items } = await (await fetch(`${web.url}/api/validations?status=queued`)).json();
  return items.map(({ runId }: { runId: string }) => runId);
}
