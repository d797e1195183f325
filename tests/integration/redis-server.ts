import { spawn } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { freePort } from "../service/free-port.mjs";

/** A Redis server that lives in `folder`; started again on the same port it has what it had, if `durable`. */
export async function startRedis(
  folder: string,
  { port, durable }: { port?: number; durable?: boolean } = {},
) {
  const at = port ?? (await freePort());
  const options = ["--port", String(at), "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  const keeping = durable ? ["--appendonly", "yes", "--appendfsync", "always"] : [];
  const child = spawn("redis-server", [...options, ...keeping, "--maxmemory-policy", "noeviction"], {
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const url = `redis://127.0.0.1:${at}`;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
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
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, port: at, stop };
}
