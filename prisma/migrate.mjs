// Applies the migrations by Prisma's own engine compiled to WebAssembly: no binary is downloaded. With `--diff` it
// prints the SQL of the next migration instead, and with `--diff --from-empty` that of all tables.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { runMigrations } from "bullmq";
import pg from "pg";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(here, "migrations");
// The engine tells a panic here before it throws.
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => console.error(message) };

const filters = { externalTables: [], externalEnums: [] };

const startingUp = new Set(["57P03", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT"]);
const patienceMs = 60_000;
const retryEveryMs = 250;

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/** Field by field: a connection string would win over the name of the scratch database that `--diff` works in. */
function configOf(databaseUrl) {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: databaseUrl });
  return { host, port, user, password, database, ssl };
}

async function withEngine(databaseUrl, work) {
  const SchemaEngine = await loadEngine();
  const schema = await readFile(join(here, "schema.prisma"), "utf8");
  // The engine never closes its connections, so they must neither outlast the work nor keep the process alive.
  const connections = { ...configOf(databaseUrl), max: 2, idleTimeoutMillis: 1000, allowExitOnIdle: true };
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(connections));
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
  try {
    return await work(engine, schema);
  } finally {
    engine.free();
  }
}

async function readMigrations() {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => {
      const value = await readFile(join(folder, path, "migration.sql"), "utf8");
      return { path, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
    }),
  );
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir: folder, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/** Opens a connection, and tries again while the database is still starting. */
async function connect(databaseUrl) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (!startingUp.has(error.code) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryEveryMs));
    }
  }
}

/**
 * Brings the database to the newest tables, and BullMQ's own too when the queue lives in Postgres (no `redisUrl`).
 * Returns the names of the migrations that it applied.
 */
export async function migrate({ databaseUrl, redisUrl }) {
  const client = await connect(databaseUrl);
  try {
    const migrationsList = await readMigrations();
    const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters }),
    );
    if (!redisUrl) await runMigrations(client);
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

async function printDiff(databaseUrl) {
  const list = { tag: "migrations", ...(await readMigrations()) };
  const from = process.argv.includes("--from-empty") ? { tag: "empty" } : list;
  const { stdout } = await withEngine(databaseUrl, (engine, content) => {
    const to = { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
    return engine.diff({ from, to, script: true, exitCode: null, filters });
  });
  process.stdout.write(stdout ?? "");
}

async function main() {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is not set.");
  if (process.argv.includes("--diff")) return printDiff(databaseUrl);
  const applied = await migrate({ databaseUrl, redisUrl: process.env.REDIS_URL });
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
