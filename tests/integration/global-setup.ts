import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server";
import { startRedis } from "./redis-server";

declare module "vitest" {
  interface ProvidedContext {
    /** Server address without a database's name. */
    postgresUrl: string;
    redisUrl: string;
    templateDatabase: string;
  }
}

const templateDatabase = "facnet_template";
const run = promisify(execFile);

/** Real servers of our own for the whole test run; a test fails, not skips, where they cannot start. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "facnet-test-"));
  // As root, the server runs as the user postgres, who must get into the folder.
  await chmod(folder, 0o755);
  const releasers = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
  const teardown = async () => {
    for (const release of releasers.splice(0).reverse()) await release();
  };
  try {
    const [postgres, redis] = await Promise.all([
      startPostgres(folder, templateDatabase),
      startRedis(folder),
    ]);
    releasers.push(postgres.stop, redis.stop);
    const { url } = postgres;
    await run(process.execPath, ["prisma/migrate.mjs"], {
      env: { ...process.env, DATABASE_URL: `${url}/${templateDatabase}`, REDIS_URL: "" },
    });
    project.provide("postgresUrl", url);
    project.provide("redisUrl", redis.url);
    project.provide("templateDatabase", templateDatabase);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
