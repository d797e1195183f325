import { execFile } from "node:child_process";
import { copyFile, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { root } from "../../start/settings.mjs";
import { checkTarget } from "./check-target";
import { shelfOf } from "./copy-files";
import { appliedMigrations } from "./list-tables";
import { loadDatabase } from "./load-database";
import { type Manifest, pathOfFile } from "./manifest";

interface Target {
  databaseUrl: string;
  dataDir: string;
}

/**
 * Puts a verified backup into an empty deployment: its tables as they were, the files, the rows, then the migrations
 * that came since. A restore that broke off can be run again. Resolves to the number of runs that wait for a worker.
 */
export async function restoreBackup(target: Target, folder: string, manifest: Manifest): Promise<number> {
  const { databaseUrl, dataDir } = target;
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await checkTarget(client, { dataDir, manifest });
    if ((await appliedMigrations(client)).length === 0)
      await migrate(databaseUrl, ["--last", String(manifest.migrations.at(-1))]);
    await putFiles({ dataDir, folder, manifest });
    const waiting = await loadDatabase(client, folder, manifest);
    await migrate(databaseUrl);
    return waiting;
  } finally {
    await client.end();
  }
}

/** In a process of its own: Prisma's engine does not run twice in one. */
async function migrate(databaseUrl: string, args: string[] = []): Promise<void> {
  const script = join(root, "prisma", "migrate.mjs");
  await promisify(execFile)(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
}

async function putFiles(input: { dataDir: string; folder: string; manifest: Manifest }): Promise<void> {
  const shelf = shelfOf(input.dataDir);
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  for (const { key } of input.manifest.files) {
    const draft = join(input.dataDir, `restoring-${key}`);
    await copyFile(pathOfFile(input.folder, key), draft);
    await rename(draft, join(shelf, key));
  }
}
