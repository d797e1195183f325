import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { readSnapshot } from "@/db/read-snapshot";
import { expectOneEnd, startBoth, startLongRun } from "./fault-case";
import { startRedis } from "./redis-server";

vi.setConfig({ testTimeout: 120_000 });

// A server of this file's own, since it goes down under the run.
const folder = await mkdtemp(join(tmpdir(), "facnet-redis-"));
let redis = await startRedis(folder, { durable: true });
process.env.REDIS_URL = redis.url;
const { service, close } = await startBoth();

afterAll(async () => {
  await close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a run goes on and completes while Redis is away, and is heard to its end although no bell rings", async () => {
  const run = await startLongRun(service.url);
  await redis.stop();
  await vi.waitFor(async () => expect((await readSnapshot(run.runId))?.status).toBe("completed"), {
    timeout: 60_000,
    interval: 100,
  });
  await run.followed;
  redis = await startRedis(folder, { durable: true, port: redis.port });
  await expectOneEnd(run);
});
