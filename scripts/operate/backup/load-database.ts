import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Manifest, pathOfTable } from "./manifest";

/** Fills the empty tables, all or none, and makes the runs that had not ended wait for a worker. Resolves to their number. */
export async function loadDatabase(client: pg.Client, folder: string, manifest: Manifest): Promise<number> {
  await client.query("BEGIN");
  for (const table of manifest.tables) await loadTable(client, folder, table);
  const waiting = await queueUnfinished(client);
  await client.query("COMMIT");
  return waiting;
}

async function loadTable(
  client: pg.Client,
  folder: string,
  table: Manifest["tables"][number],
): Promise<void> {
  const name = pg.escapeIdentifier(table.name);
  const list = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const rows = client.query(copyFrom(`COPY ${name} (${list}) FROM STDIN`));
  await pipeline(createReadStream(pathOfTable(folder, table.name)), createGunzip(), rows);
  if (rows.rowCount !== table.rows)
    throw new Error(`${table.name} has ${rows.rowCount} rows in place of ${table.rows}.`);
  const { rows: counted } = await client.query<{ column: string; sequence: string }>(
    `SELECT a.attname AS column, pg_get_serial_sequence($1, a.attname) AS sequence FROM pg_attribute a
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
       AND pg_get_serial_sequence($1, a.attname) IS NOT NULL`,
    [name],
  );
  for (const { column, sequence } of counted)
    await client.query(
      `SELECT setval($1, (SELECT coalesce(max(${pg.escapeIdentifier(column)}), 0) + 1 FROM ${name}), false)`,
      [sequence],
    );
}

/** No job and no attempt came along. An old `updated_at` tells the worker's sweep that nobody is about to make the job. */
async function queueUnfinished(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE validation_runs SET status = 'queued', claim = NULL, revision = revision + 1,
       updated_at = least(updated_at, now() - interval '1 hour')
     WHERE status IN ('queued', 'processing')`,
  );
  return rowCount ?? 0;
}
