import { randomUUID } from "node:crypto";
import { Cluster, type Redis } from "ioredis";
import { type Check, check } from "@/check";
import { env } from "@/env";

const oldest = [6, 2] as const;

const fixes = {
  ping: "See the server's log: it accepts connections and does not answer commands.",
  readWrite:
    "Give the user of REDIS_URL all commands on the queue's keys; a replica or a full server cannot write.",
  version: `Install Redis ${oldest.join(".")} or later (or a Valkey of that level).`,
  policy:
    "Set `maxmemory-policy noeviction` (redis.conf, or CONFIG SET and CONFIG REWRITE): any other policy may delete jobs.",
  persistence: "Set `appendonly yes`: without it the jobs of the last minutes are gone when Redis restarts.",
  single:
    "Set REDIS_CLUSTER=true: this server is a node of a cluster, and its redirections must be followed.",
  cluster: "See `redis-cli --cluster check <host:port>`: a slot without its node refuses commands.",
};

/** The findings that a Redis tells of itself, of each of its masters where it is a cluster. */
export async function* askRedis(client: Redis | Cluster): AsyncGenerator<Check> {
  yield check({
    name: "PING",
    fix: fixes.ping,
    look: async () => {
      const answers = new Set(await Promise.all(mastersOf(client).map((node) => node.ping())));
      return { ok: answers.size === 1 && answers.has("PONG"), found: [...answers].join(", ") };
    },
  });
  yield check({ name: "SET and GET", fix: fixes.readWrite, look: () => writeAndRead(client) });
  yield check({
    name: `version ${oldest.join(".")} or later`,
    fix: fixes.version,
    look: () => ofEach(client, "server", (info) => told(info.get("redis_version"), isRecent)),
  });
  yield check({
    name: "maxmemory-policy noeviction",
    fix: fixes.policy,
    look: () =>
      ofEach(client, "memory", (info) =>
        told(info.get("maxmemory_policy"), (policy) => policy === "noeviction"),
      ),
  });
  yield check({
    name: "persistence",
    fix: fixes.persistence,
    look: () => ofEach(client, "persistence", persistenceOf),
  });
  yield client instanceof Cluster
    ? check({ name: "cluster", fix: fixes.cluster, look: () => clusterOf(client) })
    : check({
        name: "one server, no cluster",
        fix: fixes.single,
        look: () =>
          ofEach(client, "cluster", (info) => {
            const isNode = info.get("cluster_enabled") === "1";
            return { ok: !isNode, found: isNode ? "a node of a cluster" : "one server" };
          }),
      });
}

interface Finding {
  ok: boolean;
  found: string;
}

const mastersOf = (client: Redis | Cluster): Redis[] =>
  client instanceof Cluster ? client.nodes("master") : [client];

/** Asks each master; where they differ, those that are not well speak for all. */
async function ofEach(
  client: Redis | Cluster,
  section: string,
  judge: (info: Map<string, string>) => Finding,
): Promise<Finding> {
  const masters = mastersOf(client);
  const findings = await Promise.all(
    masters.map(async (node) => ({
      ...judge(readInfo(await node.info(section))),
      name: `${node.options.host}:${node.options.port}`,
    })),
  );
  const bad = findings.filter(({ ok }) => !ok);
  if (bad.length === 0)
    return { ok: true, found: [...new Set(findings.map(({ found }) => found))].join(", ") };
  const say =
    masters.length > 1 ? bad.map(({ name, found }) => `${name} ${found}`) : bad.map(({ found }) => found);
  return { ok: false, found: say.join(", ") };
}

function told(value = "unknown", isGood: (value: string) => boolean): Finding {
  return { ok: isGood(value), found: value };
}

async function writeAndRead(client: Redis | Cluster): Promise<Finding> {
  const key = `{${env().QUEUE_PREFIX}}:check-${randomUUID()}`;
  const value = randomUUID();
  await client.set(key, value, "EX", 30);
  const found = await client.get(key);
  await client.del(key);
  return { ok: found === value, found: found === value ? "the value came back" : "another value came back" };
}

function persistenceOf(info: Map<string, string>): Finding {
  if (info.get("aof_enabled") !== "1") return { ok: false, found: "the append-only file is off" };
  const lastWrite = info.get("aof_last_write_status") ?? "unknown";
  return { ok: lastWrite === "ok", found: `append-only file, last write ${lastWrite}` };
}

async function clusterOf(client: Cluster): Promise<Finding> {
  const info = readInfo(await client.cluster("INFO"));
  const slots = info.get("cluster_slots_ok") ?? "0";
  const ok = info.get("cluster_state") === "ok";
  return {
    ok,
    found: `${slots} of 16384 slots on ${mastersOf(client).length} masters, ${ok ? "all is served" : "not all is served"}`,
  };
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
