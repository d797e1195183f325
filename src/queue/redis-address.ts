import { readFileSync } from "node:fs";
import { env } from "@/env";

export interface RedisAddress {
  /** One server, or the nodes of a cluster that are asked first; empty for a socket. */
  nodes: { host: string; port: number }[];
  /** A Unix socket. */
  path?: string | undefined;
  isCluster: boolean;
  username?: string | undefined;
  password?: string | undefined;
  db: number;
  tls?: { ca?: Buffer; cert?: Buffer; key?: Buffer } | undefined;
}

const form = /^(redis|rediss|unix):\/\/(?:(.*)@)?([^/?]*)(\/[^?]*)?(?:\?db=(\d+))?$/;
const standardPort = 6379;

/** Where Redis is, from the settings; null when the queue is not in Redis. Throws an Error that repeats no password. */
export function redisAddress(): RedisAddress | null {
  const { REDIS_URL, REDIS_CLUSTER } = env();
  if (REDIS_URL === undefined) return null;
  const [, protocol, user = "", hosts = "", path = "", dbOfSocket = "0"] = form.exec(REDIS_URL) ?? [];
  if (!protocol) throw new Error("REDIS_URL must be redis://, rediss:// or unix://, with host or path.");
  const common = { ...credentialsOf(user), tls: protocol === "rediss" ? tlsOf() : undefined };
  if (protocol === "unix") {
    if (REDIS_CLUSTER || hosts)
      throw new Error("REDIS_URL: unix:// is one server, written unix:///path/to.sock.");
    return { ...common, nodes: [], path: decodeURIComponent(path), isCluster: false, db: Number(dbOfSocket) };
  }
  const nodes = hosts.split(",").map(nodeOf);
  const db = Number(path.slice(1) || 0);
  if (!Number.isInteger(db))
    throw new Error("REDIS_URL: what follows the slash must be a database's number.");
  const isCluster = REDIS_CLUSTER || nodes.length > 1;
  if (isCluster && db !== 0) throw new Error("REDIS_URL: a Redis Cluster has database 0 alone.");
  return { ...common, nodes, isCluster, db };
}

/** Host and port as a person reads them. */
export function nameOf({ nodes, path }: RedisAddress): string {
  return path ?? nodes.map(({ host, port }) => `${host}:${port}`).join(", ");
}

function nodeOf(text: string) {
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
  if (host === undefined) throw new Error("REDIS_URL: each server must be host:port, separated by commas.");
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port ?? standardPort) };
}

function credentialsOf(user: string) {
  const colon = user.indexOf(":");
  const [name, password] = colon < 0 ? [user, ""] : [user.slice(0, colon), user.slice(colon + 1)];
  return {
    username: decodeURIComponent(name) || undefined,
    password: decodeURIComponent(password) || undefined,
  };
}

function tlsOf() {
  const { REDIS_CA_FILE, REDIS_CERT_FILE, REDIS_KEY_FILE } = env();
  return {
    ...(REDIS_CA_FILE ? { ca: readFileSync(REDIS_CA_FILE) } : {}),
    ...(REDIS_CERT_FILE ? { cert: readFileSync(REDIS_CERT_FILE) } : {}),
    ...(REDIS_KEY_FILE ? { key: readFileSync(REDIS_KEY_FILE) } : {}),
  };
}
