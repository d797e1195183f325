import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { filesLock } from "@/db/while-files-may-go";
import { Stop } from "../../start/stop-with-message.mjs";
import { copyFiles } from "./copy-files";
import { dumpDatabase } from "./dump-database";
import { appliedMigrations } from "./list-tables";
import { type Manifest, writeManifest } from "./manifest";

interface Source {
  databaseUrl: string;
  dataDir: string;
  shelf: Manifest["shelf"];
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Stop(`${folder} is not empty. Give a new folder.`);
  for (const part of ["tables", "files"]) await mkdir(join(folder, part), { mode: 0o700 });
}

/**
 * Writes a backup of a deployment, which may be at work, into a new or empty folder. First no file may go any more, then
 * the database's snapshot is taken, then tables and files are copied: every file that a run of the snapshot needs is there.
 */
export async function makeBackup(
  source: Source,
  folder: string,
): Promise<{ manifest: Manifest; gone: number }> {
  const client = new pg.Client({ connectionString: source.databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await prepare(folder);
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [filesLock]);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migrations = await appliedMigrations(client);
    if (migrations.length === 0) throw new Stop("The database has no tables of this service.");
    const madeAt = new Date().toISOString();
    const tables = await dumpDatabase(client, folder);
    const copied =
      source.shelf === "folder"
        ? await copyFiles(client, { dataDir: source.dataDir, folder })
        : { files: [], gone: 0 };
    const { files, gone } = copied;
    const manifest: Manifest = { format: 1, madeAt, migrations, tables, shelf: source.shelf, files };
    await writeManifest(folder, manifest);
    return { manifest, gone };
  } finally {
    // Ends the transaction and lets files go again.
    await client.end();
  }
}
