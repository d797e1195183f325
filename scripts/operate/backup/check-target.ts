import { readdir } from "node:fs/promises";
import pg from "pg";
import { migrationNames } from "../../../prisma/migrate.mjs";
import { Stop } from "../../start/stop-with-message.mjs";
import { shelfOf } from "./copy-files";
import { appliedMigrations, listTables } from "./list-tables";
import type { Manifest } from "./manifest";

/** Throws a Stop when the backup has migrations that this version does not know. */
export function checkVersion({ migrations }: Manifest): void {
  const known = migrationNames();
  const unknown = migrations.find((name, at) => known[at] !== name);
  if (unknown) throw new Stop(`The backup was made by a newer version: this one does not know ${unknown}.`);
}

/** Throws a Stop unless the deployment is empty: a restore adds to nothing and replaces nothing. */
export async function checkTarget(
  client: pg.Client,
  { dataDir, manifest }: { dataDir: string; manifest: Manifest },
): Promise<void> {
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount)
      throw new Stop(
        `The database is not empty: ${name} has rows. A restore replaces nothing; give it an empty database ` +
          "(before any worker has started on it, which stores the sample rulesets).",
      );
  }
  const applied = await appliedMigrations(client);
  if (applied.length > 0 && applied.join() !== manifest.migrations.join())
    throw new Stop(
      `The database has the tables of ${applied.at(-1)}, the backup those of ${manifest.migrations.at(-1)}. ` +
        "Give the restore a database without tables: it makes them and then brings them up to date.",
    );
  const ours = new Set(manifest.files.map(({ key }) => key));
  const strange = (await readdir(shelfOf(dataDir)).catch(() => [])).find((name) => !ours.has(name));
  if (strange) throw new Stop(`${shelfOf(dataDir)} is not empty. Give the restore a new DATA_DIR.`);
}
