import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../tests/integration/postgres-server";
import { startRedis } from "../tests/integration/redis-server";
import { remark } from "./results";

export interface QueueServers {
  backend: "PostgreSQL" | "Redis";
  /** Of the queue. */
  url: string;
  /** What the service needs in its environment. */
  env: Record<string, string>;
}

/** Does the work with the queue in PostgreSQL, and then, where this machine has a redis-server, in Redis. */
export async function onEachBackend(work: (servers: QueueServers) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "facnet-bench-"));
  // As root, PostgreSQL runs as the user postgres, who must get into the folder.
  await chmod(folder, 0o755);
  try {
    const postgres = await startPostgres(folder, "facnet");
    try {
      const DATABASE_URL = `${postgres.url}/facnet`;
      await work({ backend: "PostgreSQL", url: DATABASE_URL, env: { DATABASE_URL } });
      const redis = await startRedis(folder).catch(() => null);
      if (!redis)
        return remark("There is no redis-server on this machine: the queue in Redis was not measured.");
      try {
        await work({ backend: "Redis", url: redis.url, env: { DATABASE_URL, REDIS_URL: redis.url } });
      } finally {
        await redis.stop();
      }
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
