import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, vi } from "vitest";
import { freePort } from "../service/free-port.mjs";
import { keeping, spawnRedis } from "./redis-server";

const slots = 16_384;
const patient = { timeout: 30_000, interval: 50 };

/** A node's other port, for the other nodes, is 10,000 higher. */
async function portOfNode(): Promise<number> {
  const port = await freePort();
  return port < 55_000 ? port : portOfNode();
}

async function ask<T>(port: number, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis({ port, maxRetriesPerRequest: 5 });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** Three masters that share the slots, each with a folder of its own in `folder`. */
export async function startCluster(folder: string) {
  const ports = [await portOfNode(), await portOfNode(), await portOfNode()];
  const start = async (port: number) => {
    const dir = join(folder, String(port));
    await mkdir(dir, { recursive: true });
    const cluster = ["--cluster-enabled", "yes", "--cluster-node-timeout", "2000"];
    return spawnRedis(["--port", String(port), "--dir", dir, ...keeping, ...cluster], { port });
  };
  const nodes = new Map(await Promise.all(ports.map(async (port) => [port, await start(port)] as const)));
  const isWhole = async () => {
    for (const port of ports)
      expect(await ask(port, (redis) => redis.cluster("INFO"))).toMatch(
        /cluster_state:ok[\s\S]*slots_ok:16384/,
      );
  };
  const [first = 0] = ports;
  for (const [at, port] of ports.entries()) {
    const from = Math.floor((at * slots) / ports.length);
    const to = Math.floor(((at + 1) * slots) / ports.length);
    const mine = Array.from({ length: to - from }, (_, offset) => from + offset);
    await ask(port, (redis) => redis.cluster("ADDSLOTS", mine));
    if (port !== first) await ask(port, (redis) => redis.cluster("MEET", "127.0.0.1", first));
  }
  await vi.waitFor(isWhole, patient);

  return {
    ports,
    url: `redis://${ports.map((port) => `127.0.0.1:${port}`).join(",")}`,
    /** The port of the node that has a key's slot. */
    async portOf(key: string) {
      const slot = await ask(first, (redis) => redis.cluster("KEYSLOT", key));
      return ports[Math.floor(((slot + 1) * ports.length - 1) / slots)] ?? first;
    },
    async stopNode(port: number) {
      await nodes.get(port)?.stop();
    },
    async startNode(port: number) {
      nodes.set(port, await start(port));
      await vi.waitFor(isWhole, patient);
    },
    async stop() {
      for (const node of nodes.values()) await node.stop();
    },
  };
}
