import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { expectOneEnd, startLongRun, startWorkerProcess } from "./fault-case";
import { startRedis } from "./redis-server";
import { serveTrpc } from "./serve-trpc";

vi.setConfig({ testTimeout: 120_000 });

// A server of this file's own, since it goes down under the run.
const folder = await mkdtemp(join(tmpdir(), "facnet-redis-"));
let redis = await startRedis(folder, { durable: true });
process.env.REDIS_URL = redis.url;
const service = await serveTrpc();
const worker = startWorkerProcess();

afterAll(async () => {
  await worker.stop();
  await service.close();
  await runEvents().close();
  await producer().close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a run under which Redis goes down and comes back ends once, with the right findings, and is heard to its end", async () => {
  const run = await startLongRun(service.url);
  const rowsBefore = run.heard.at(-1)?.snapshot.rows ?? 0;
  await redis.stop();
  // The truth is in Postgres: the run goes on while its queue is away.
  redis = await startRedis(folder, { durable: true, port: redis.port });
  await expectOneEnd(run);
  expect(run.heard.some(({ snapshot }) => snapshot.rows > rowsBefore)).toBe(true);
  expect(worker.child.exitCode, worker.output()).toBeNull();
});

it("takes the next run as if nothing had been", async () => {
  await expectOneEnd(await startLongRun(service.url));
});
