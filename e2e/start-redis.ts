import { spawn } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { freePort } from "../tests/service/free-port.mjs";

export interface OwnRedis {
  url: string;
  /** Every command that anyone has sent so far, with its arguments. */
  heard(): string;
  /** All keys with all that they hold. */
  dump(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a Redis of our own in memory alone, and listens to every command from its start. */
export async function startRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", [...options, "--maxmemory-policy", "noeviction"], { stdio: "ignore" });
  const ended = once(child, "exit");
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on("error", () => {});
  await Promise.race([
    client.ping(),
    ended.then(() => Promise.reject(new Error("redis-server ended at once"))),
  ]);
  const monitor = await client.monitor();
  const commands: string[] = [];
  monitor.on("monitor", (_time: string, args: string[]) => commands.push(args.join(" ")));
  return {
    url,
    heard: () => commands.join("\n"),
    async dump() {
      const lines: string[] = [];
      for (const key of await client.keys("*"))
        lines.push(`${key}: ${JSON.stringify(await contentOf(client, key))}`);
      return lines.join("\n");
    },
    async stop() {
      monitor.disconnect();
      client.disconnect();
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function contentOf(client: Redis, key: string): Promise<unknown> {
  const type = await client.type(key);
  if (type === "string") return client.get(key);
  if (type === "hash") return client.hgetall(key);
  if (type === "list") return client.lrange(key, 0, -1);
  if (type === "set") return client.smembers(key);
  if (type === "zset") return client.zrange(key, "0", "-1", "WITHSCORES");
  if (type === "stream") return client.xrange(key, "-", "+");
  throw new Error(`a key of type ${type} cannot be looked into`);
}
