import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { closeDb } from "@/db/client";
import { type PostgresServer, startPostgres } from "../integration/postgres-server";
import { startRedis } from "../integration/redis-server";
import type { Servers } from "./faults";

const run = promisify(execFile);

/** Servers and a data folder of this program's own; the settings of this process name them from now on. */
export async function startServers(queue: "redis" | "postgres") {
  const folder = await mkdtemp(join(tmpdir(), "facnet-chaos-"));
  // As root, the server runs as the user postgres, who must get into the folder.
  await chmod(folder, 0o755);
  const [redisFolder, dataDir] = [join(folder, "redis"), join(folder, "data")];
  await mkdir(redisFolder);
  const postgres = await startPostgres(folder, "chaos", { durable: true });
  let redis = queue === "redis" ? await startRedis(redisFolder, { durable: true }) : null;

  Object.assign(process.env, {
    DATABASE_URL: `${postgres.url}/chaos`,
    DATA_DIR: dataDir,
    QUEUE_PREFIX: "chaos",
    REDIS_URL: redis?.url ?? "",
    ACCESS_TOKEN: "",
  });
  await run(process.execPath, ["prisma/migrate.mjs"], { env: process.env });

  const restartRedis = async (awayMs: number, keeps: boolean) => {
    const port = redis?.port;
    await redis?.stop();
    if (!keeps) await emptyFolder(redisFolder);
    await pause(awayMs);
    redis = await startRedis(redisFolder, { durable: true, ...(port === undefined ? {} : { port }) });
  };
  return {
    restartRedis: queue === "redis" ? restartRedis : null,
    restartPostgres: restartOf(postgres),
    async stop() {
      await closeDb();
      await redis?.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** How to end PostgreSQL by a signal and start it again. */
export const restartOf =
  (postgres: PostgresServer): Servers["restartPostgres"] =>
  async (signal, awayMs) => {
    await postgres.halt(signal);
    await pause(awayMs);
    await postgres.startAgain();
  };

/** Takes from a stopped Redis all that it would find again. */
export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}
