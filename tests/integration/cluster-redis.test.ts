import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, expect, it, vi } from "vitest";
import { producer } from "@/queue/producer";
import { expectOneEnd, startBoth, startLongRun, whileItLives } from "./fault-case";
import { startCluster } from "./redis-cluster";
import { runScript } from "./run-script";

vi.setConfig({ testTimeout: 120_000 });

const folder = await mkdtemp(join(tmpdir(), "facnet-cluster-"));
const cluster = await startCluster(folder);
process.env.REDIS_URL = cluster.url;
const { service, worker, close } = await startBoth();
const tag = `{${process.env.QUEUE_PREFIX}}`;

afterAll(async () => {
  await close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a run goes from the queue over the worker to its end, its progress heard on the way, in one slot", async () => {
  const run = await startLongRun(service.url);
  await whileItLives(worker, expectOneEnd(run));
  expect(run.heard.some(({ snapshot }) => snapshot.status === "processing" && snapshot.rows > 0)).toBe(true);
  const revisions = run.heard.map(({ snapshot }) => snapshot.revision);
  expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
  const owner = await cluster.portOf(tag);
  for (const port of cluster.ports) {
    const redis = new Redis({ port });
    const keys = await redis.keys("*");
    redis.disconnect();
    if (port !== owner) expect(keys).toEqual([]);
    else expect(keys).toContain(`${tag}:validation:meta`);
  }
});

it("a run under which the queue's own node restarts ends once, with the right findings", async () => {
  const run = await startLongRun(service.url);
  const owner = await cluster.portOf(tag);
  await cluster.stopNode(owner);
  await cluster.startNode(owner);
  await whileItLives(worker, expectOneEnd(run));
});

it("a run does not notice that another node goes", async () => {
  const owner = await cluster.portOf(tag);
  const other = cluster.ports.find((port) => port !== owner) ?? 0;
  const run = await startLongRun(service.url);
  await cluster.stopNode(other);
  await cluster.startNode(other);
  await whileItLives(worker, expectOneEnd(run));
  expect((await producer().depth()).isPaused).toBe(false);
});

it("check:redis asks every master, and knows a node that is addressed as one server", async () => {
  const good = await runScript("scripts/check-redis.ts");
  expect(good.output).not.toContain("✗");
  expect(good.output.match(/^✓ /gm)).toHaveLength(9);
  expect(good.output).toMatch(/✓ cluster: 16384 of 16384 slots on 3 masters/);
  expect(good.code).toBe(0);

  const [first = 0, second = 0] = cluster.ports;
  const redis = new Redis({ port: second });
  await redis.config("SET", "maxmemory-policy", "allkeys-lru");
  const bad = await runScript("scripts/check-redis.ts", [], {
    REDIS_URL: `redis://127.0.0.1:${first}`,
    REDIS_CLUSTER: "true",
  });
  await redis.config("SET", "maxmemory-policy", "noeviction");
  redis.disconnect();
  expect(bad.output).toContain(`✗ maxmemory-policy noeviction: 127.0.0.1:${second} allkeys-lru`);
  expect(bad.code).toBe(1);

  const alone = await runScript("scripts/check-redis.ts", [], { REDIS_URL: `redis://127.0.0.1:${first}` });
  expect(alone.output).toMatch(/✗ one server, no cluster: a node of a cluster\n {4}Set REDIS_CLUSTER=true/);
});
