import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { closeDb } from "@/db/client";
import { startPostgres } from "../integration/postgres-server";
import { startRedis } from "../integration/redis-server";

const run = promisify(execFile);

/** Servers and a data folder of this program's own; the settings of this process name them from now on. */
export async function startServers(queue: "redis" | "postgres") {
  const folder = await mkdtemp(join(tmpdir(), "facnet-chaos-"));
  // As root, the server runs as the user postgres, who must get into the folder.
  await chmod(folder, 0o755);
  const [redisFolder, dataDir] = [join(folder, "redis"), join(folder, "data")];
  await mkdir(redisFolder);
  const postgres = await startPostgres(folder, "chaos");
  let redis = queue === "redis" ? await startRedis(redisFolder, { durable: true }) : null;

  Object.assign(process.env, {
    DATABASE_URL: `${postgres.url}/chaos`,
    DATA_DIR: dataDir,
    QUEUE_PREFIX: "chaos",
    REDIS_URL: redis?.url ?? "",
    ACCESS_TOKEN: "",
  });
  await run(process.execPath, ["prisma/migrate.mjs"], { env: process.env });

  const restart = async (awayMs: number) => {
    const port = redis?.port;
    await redis?.stop();
    await pause(awayMs);
    redis = await startRedis(redisFolder, { durable: true, ...(port === undefined ? {} : { port }) });
  };
  return {
    restartRedis: queue === "redis" ? restart : null,
    async stop() {
      await closeDb();
      await redis?.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
