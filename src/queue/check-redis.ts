import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { type Check, check } from "@/check";
import { env } from "@/env";
import { redisConnection } from "./redis-connection";

const oldest = [6, 2] as const;

const fixes = {
  connect: "Start Redis, and check host, port and TLS (rediss://) of REDIS_URL and the firewall.",
  ready: "Check user and password of REDIS_URL; a server that still loads its data is ready a little later.",
  ping: "See the server's log: it accepts connections and does not answer commands.",
  readWrite:
    "Give the user of REDIS_URL all commands on the queue's keys; a replica or a full server cannot write.",
  version: `Install Redis ${oldest.join(".")} or later (or a Valkey of that level).`,
  policy:
    "Set `maxmemory-policy noeviction` (redis.conf, or CONFIG SET and CONFIG REWRITE): any other policy may delete jobs.",
  persistence: "Set `appendonly yes`: without it the jobs of the last minutes are gone when Redis restarts.",
  cluster: "Give the service one Redis server: it does not follow the redirections of a Redis Cluster.",
};

/**
 * Looks at the Redis of `url`, one finding at a time; stops early when there is no connection to ask. It writes one
 * key of its own, which it removes. Never throws.
 */
export async function* checkRedis(url: string): AsyncGenerator<Check> {
  const redis = new Redis({
    ...redisConnection(url, "fail-fast"),
    lazyConnect: true,
    commandTimeout: 5_000,
    retryStrategy: () => null,
  });
  let connected = false;
  let failure: Error | undefined;
  redis.on("connect", () => {
    connected = true;
  });
  redis.on("error", (error) => {
    failure = error;
  });
  try {
    const opening = await redis.connect().then(
      () => null,
      (error: unknown) => failure ?? error,
    );
    const { hostname, port } = new URL(url);
    yield check({
      name: "connect",
      fix: fixes.connect,
      look: async () => {
        if (!connected) throw opening;
        return { ok: true, found: `${hostname}:${port || 6379}` };
      },
    });
    if (!connected) return;
    yield check({
      name: "ready",
      fix: fixes.ready,
      look: async () => {
        if (opening) throw opening;
        return { ok: true, found: "accepts commands" };
      },
    });
    if (opening) return;
    yield* askServer(redis);
  } finally {
    redis.disconnect();
  }
}

async function* askServer(redis: Redis): AsyncGenerator<Check> {
  yield check({
    name: "PING",
    fix: fixes.ping,
    look: async () => {
      const answer = await redis.ping();
      return { ok: answer === "PONG", found: answer };
    },
  });
  yield check({ name: "SET and GET", fix: fixes.readWrite, look: () => writeAndRead(redis) });
  const info = async (section: string) => readInfo(await redis.info(section));
  yield check({
    name: `version ${oldest.join(".")} or later`,
    fix: fixes.version,
    look: async () => {
      const found = (await info("server")).get("redis_version") ?? "unknown";
      return { ok: isRecent(found), found };
    },
  });
  yield check({
    name: "maxmemory-policy noeviction",
    fix: fixes.policy,
    look: async () => {
      const found = (await info("memory")).get("maxmemory_policy") ?? "unknown";
      return { ok: found === "noeviction", found };
    },
  });
  yield check({
    name: "persistence",
    fix: fixes.persistence,
    look: async () => persistenceOf(await info("persistence")),
  });
  yield check({
    name: "one server, no cluster",
    fix: fixes.cluster,
    look: async () => {
      const isCluster = (await info("cluster")).get("cluster_enabled") === "1";
      return { ok: !isCluster, found: isCluster ? "a cluster" : "one server" };
    },
  });
}

async function writeAndRead(redis: Redis) {
  const key = `{${env().QUEUE_PREFIX}}:check-${randomUUID()}`;
  const value = randomUUID();
  await redis.set(key, value, "EX", 30);
  const found = await redis.get(key);
  await redis.del(key);
  return { ok: found === value, found: found === value ? "the value came back" : "another value came back" };
}

function persistenceOf(info: Map<string, string>) {
  if (info.get("aof_enabled") !== "1") return { ok: false, found: "the append-only file is off" };
  const lastWrite = info.get("aof_last_write_status") ?? "unknown";
  return { ok: lastWrite === "ok", found: `append-only file, last write ${lastWrite}` };
}

function readInfo(text: string): Map<string, string> {
  const lines = text.split("\r\n").filter((line) => line.includes(":"));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}

/** Whether a version such as "7.0.15" is at least the oldest that BullMQ's scripts need. */
export function isRecent(version: string): boolean {
  const [major = Number.NaN, minor = Number.NaN] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
