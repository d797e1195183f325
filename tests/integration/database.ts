import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDb } from "@/db/client";

// Runs before each test file: a database, a data folder and a queue of its own, on the Postgres queue unless the
// file calls putQueueOnRedis().

const server = inject("postgresUrl");
const name = `facnet_test_${randomBytes(6).toString("hex")}`;
const dataDir = await mkdtemp(join(tmpdir(), "facnet-data-"));

await ask(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);
process.env.DATABASE_URL = `${server}/${name}`;
process.env.DATA_DIR = dataDir;
process.env.QUEUE_PREFIX = name;
delete process.env.REDIS_URL;
delete process.env.S3_BUCKET;
delete process.env.ACCESS_TOKEN;

afterAll(async () => {
  await closeDb();
  await ask(`DROP DATABASE ${name} WITH (FORCE)`);
  await rm(dataDir, { recursive: true, force: true });
});

/** Puts this file's queue on Redis. Call it before anything reads the settings. */
export function putQueueOnRedis(): void {
  process.env.REDIS_URL = inject("redisUrl");
}

async function ask(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
