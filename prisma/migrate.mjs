// Applies the migrations by Prisma's own engine compiled to WebAssembly: no binary is downloaded.
// With `--last <name>` it goes no further than that one. With `--diff [older-schema.prisma]` it prints the SQL of the
// next migration instead.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
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

async function withEngine(databaseUrl, work) {
  const SchemaEngine = await loadEngine();
  const schema = await readFile(join(here, "schema.prisma"), "utf8");
  // The engine never closes its connections, so they must neither outlast the work nor keep the process alive.
  const connections = {
    connectionString: databaseUrl,
    max: 2,
    idleTimeoutMillis: 1000,
    allowExitOnIdle: true,
  };
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(connections));
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
  try {
    return await work(engine, schema);
  } finally {
    engine.free();
  }
}

/** The names of all migrations of this version, in order. */
export function migrationNames() {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigrations(last) {
  const names = migrationNames().filter((name) => last === undefined || name <= last);
  const migrationDirectories = await Promise.all(
    names.map(async (path) => {
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
 * Brings the database to the newest tables, or to those of the migration `last`, and BullMQ's own too when the queue
 * lives in Postgres (no `redisUrl`). Returns the names of the migrations that it applied.
 * @param {{ databaseUrl: string; redisUrl?: string | undefined; last?: string | undefined }} input
 */
export async function migrate({ databaseUrl, redisUrl, last }) {
  const client = await connect(databaseUrl);
  try {
    const migrationsList = await readMigrations(last);
    const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters }),
    );
    if (!redisUrl) await runMigrations(client);
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** Prints the SQL that leads from an older schema file, or from nothing, to the schema of today. */
async function printDiff(databaseUrl, older) {
  const datamodel = (content) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] });
  const from = older ? datamodel(await readFile(older, "utf8")) : { tag: "empty" };
  const { stdout } = await withEngine(databaseUrl, (engine, schema) =>
    engine.diff({ from, to: datamodel(schema), script: true, exitCode: null, filters }),
  );
  console.log(stdout);
}

async function main() {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is not set.");
  const [option, value] = process.argv.slice(2);
  if (option === "--diff") return printDiff(databaseUrl, value);
  const last = option === "--last" ? value : undefined;
  const applied = await migrate({ databaseUrl, redisUrl: process.env.REDIS_URL, last });
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const code = await main().then(
    () => 0,
    (error) => {
      console.error(error);
      return 1;
    },
  );
  // The engine leaves the timer of its migration lock behind, which would hold the process for ten seconds.
  process.stdout.write("", () => process.exit(code));
}
