import { spawn } from "node:child_process";
import { once } from "node:events";
import { Redis, type RedisOptions } from "ioredis";
import { freePort } from "../service/free-port.mjs";

const basics = ["--bind", "127.0.0.1", "--save", "", "--maxmemory-policy", "noeviction"];
export const keeping = ["--appendonly", "yes", "--appendfsync", "always"];

/** Starts redis-server and resolves once it answers a client with these options. */
export async function spawnRedis(args: string[], answersTo: RedisOptions) {
  const child = spawn("redis-server", [...basics, ...args], { stdio: "ignore" });
  const ended = once(child, "exit");
  const client = new Redis({ ...answersTo, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on("error", () => {});
  const broken = Promise.race([
    ended.then(() => Promise.reject(new Error("redis-server ended at once"))),
    once(child, "error").then(([cause]) => Promise.reject(new Error("redis-server is missing", { cause }))),
  ]);
  try {
    await Promise.race([client.ping(), broken]);
  } finally {
    client.disconnect();
  }
  broken.catch(() => {});
  return {
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** A Redis server that lives in `folder`; started again on the same port it has what it had, if `durable`. */
export async function startRedis(
  folder: string,
  { port, durable }: { port?: number; durable?: boolean } = {},
) {
  const at = port ?? (await freePort());
  const args = ["--port", String(at), "--dir", folder, ...(durable ? keeping : [])];
  const { stop } = await spawnRedis(args, { port: at });
  return { url: `redis://127.0.0.1:${at}`, port: at, stop };
}
