import type { RedisOptions } from "bullmq";

const firstWaitMs = 100;
const longestWaitMs = 10_000;

/**
 * Options for a connection to `redis://` or `rediss://`, which comes back by itself with a growing wait. "fail-fast"
 * refuses commands meanwhile, for those who answer a person; "wait" keeps them.
 */
export function redisConnection(url: string, whenAway: "fail-fast" | "wait"): RedisOptions {
  const address = new URL(url);
  return {
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: Number(address.port || 6379),
    username: decodeURIComponent(address.username) || undefined,
    password: decodeURIComponent(address.password) || undefined,
    db: Number(address.pathname.slice(1) || 0),
    ...(address.protocol === "rediss:" ? { tls: { servername: address.hostname } } : {}),
    keepAlive: 10_000,
    connectTimeout: 5_000,
    retryStrategy: (times: number) => Math.min(firstWaitMs * 2 ** (times - 1), longestWaitMs),
    ...(whenAway === "wait"
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 1, enableOfflineQueue: false }),
  };
}
