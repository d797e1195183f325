import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { shortChaos } from "./chaos-case";
import { startRedis } from "./redis-server";

// A server of this file's own, since it goes down under the runs.
const folder = await mkdtemp(join(tmpdir(), "facnet-redis-"));
let redis = await startRedis(folder, { durable: true });
process.env.REDIS_URL = redis.url;

afterAll(async () => {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

async function restartRedis(awayMs: number): Promise<void> {
  await redis.stop();
  await pause(awayMs);
  redis = await startRedis(folder, { durable: true, port: redis.port });
}

it("nothing is lost, doubled or different when workers, connections and Redis die at random", async () => {
  expect(await shortChaos({ restartRedis, seed: 23 })).toEqual([]);
}, 150_000);
