// Gives each test file a database, a queue and a data folder of its own, before it reads the environment.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

const name = `test_${randomUUID().replaceAll("-", "")}`;
const server = new URL(inject("serverUrl"));

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}

await onServer(`create database ${name} template ${inject("templateName")}`);
const database = new URL(server);
database.pathname = `/${name}`;
process.env.DATABASE_URL = database.href;
process.env.REDIS_URL = inject("backend") === "redis" ? inject("redisUrl") : "";
process.env.QUEUE_PREFIX = name;
process.env.DATA_DIR = await mkdtemp(join(tmpdir(), "facnet-data-"));
process.env.LOG_LEVEL = "error";

afterAll(async () => {
  await rm(process.env.DATA_DIR ?? "", { recursive: true, force: true });
});
