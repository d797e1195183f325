import { createIORedisClient, RedisConnection, type RedisOptions } from "bullmq";
import { Cluster, type ClusterOptions } from "ioredis";
import type { RedisAddress } from "./redis-address";

const firstWaitMs = 100;
const longestWaitMs = 10_000;
const connectMs = 5_000;
/** A node that restarts is asked again for about so long before a command fails. */
const nodeRetryMs = 200;
const nodeRetries = { "fail-fast": 10, wait: 100 };

export type WhenAway = "fail-fast" | "wait";

/**
 * Options for a connection that comes back by itself with a growing wait. "fail-fast" refuses commands meanwhile, for
 * those who answer a person; "wait" keeps them.
 */
export function redisConnection(address: RedisAddress, whenAway: WhenAway): RedisOptions {
  const { username, password, db, tls, path } = address;
  const [node] = address.nodes;
  if (address.isCluster) makeClusterClients(address);
  return {
    ...(path === undefined ? node : { path }),
    username,
    password,
    db,
    ...(tls ? { tls } : {}),
    keepAlive: 10_000,
    connectTimeout: connectMs,
    retryStrategy: (times: number) => Math.min(firstWaitMs * 2 ** (times - 1), longestWaitMs),
    ...(whenAway === "wait"
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 1, enableOfflineQueue: false }),
  };
}

/** A client that follows the redirections of a cluster, from options as `redisConnection` makes them. */
export function openCluster({ nodes }: RedisAddress, options: RedisOptions & ClusterOptions): Cluster {
  const { host: _, port: __, path: ___, retryStrategy, enableOfflineQueue, lazyConnect, ...ofNode } = options;
  const whenAway = enableOfflineQueue === false ? "fail-fast" : "wait";
  return new Cluster(nodes, {
    clusterRetryStrategy: retryStrategy ?? null,
    enableOfflineQueue: enableOfflineQueue ?? true,
    lazyConnect: lazyConnect ?? false,
    slotsRefreshTimeout: connectMs,
    retryDelayOnFailover: nodeRetryMs,
    retryDelayOnClusterDown: nodeRetryMs,
    maxRedirections: nodeRetries[whenAway],
    // A certificate names hosts: they must not be replaced by their addresses.
    ...(ofNode.tls ? { dnsLookup: (name, tell) => tell(null, name) } : {}),
    redisOptions: ofNode,
  });
}

/** BullMQ makes its clients itself, and closes them, when it is told how. */
function makeClusterClients(address: RedisAddress): void {
  RedisConnection.clientFactory = (options) => createIORedisClient(openCluster(address, options));
}
