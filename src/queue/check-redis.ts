import { Cluster, Redis } from "ioredis";
import { type Check, check } from "@/check";
import { askRedis } from "./ask-redis";
import { nameOf, type RedisAddress } from "./redis-address";
import { openCluster, redisConnection } from "./redis-connection";

const fixes = {
  connect:
    "Start Redis, and check host, port and firewall, and with rediss:// that the server speaks TLS with a certificate of that name from a known CA (REDIS_CA_FILE).",
  ready:
    "Check user and password of REDIS_URL; a server that still loads its data is ready a little later; a cluster needs all its slots served.",
};

/**
 * Looks at the Redis of the settings, one finding at a time; stops early when there is no connection to ask. It writes
 * one key of its own, which it removes. Never throws.
 */
export async function* checkRedis(address: RedisAddress): AsyncGenerator<Check> {
  const { client, opening } = open(address);
  try {
    const { connected, failure } = await opening;
    yield check({
      name: "connect",
      fix: fixes.connect,
      look: async () => {
        if (!connected) throw failure;
        const how = [...(address.tls ? ["TLS"] : []), ...(address.isCluster ? ["cluster"] : [])];
        return { ok: true, found: [nameOf(address), ...how].join(", ") };
      },
    });
    if (!connected) return;
    yield check({
      name: "ready",
      fix: fixes.ready,
      look: async () => {
        if (failure) throw failure;
        return { ok: true, found: "accepts commands" };
      },
    });
    if (!failure) yield* askRedis(client);
  } finally {
    client.disconnect();
  }
}

/** One try at a connection; `connected` tells a server that refuses us from one that is not there. */
function open(address: RedisAddress) {
  const options = {
    ...redisConnection(address, "fail-fast"),
    lazyConnect: true,
    commandTimeout: 5_000,
    retryStrategy: () => null,
  };
  const client = address.isCluster ? openCluster(address, options) : new Redis(options);
  let connected = false;
  let failure: unknown;
  const onConnect = () => {
    connected = true;
  };
  const onError = (error: unknown) => {
    failure ??= error;
  };
  client.on("connect", onConnect).on("error", onError);
  if (client instanceof Cluster) {
    client.on("node error", onError);
    client.on("+node", (node: Redis) => node.once("connect", onConnect));
  }
  const opening = client.connect().then(
    () => ({ connected: true, failure: undefined }),
    (error: unknown) => ({ connected, failure: failure ?? error }),
  );
  return { client, opening };
}
