import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";

const Memory = z.object({ port: z.number(), password: z.string() });

/** A connection to the database that a service has brought up in its data folder. The caller ends it. */
export async function openDatabase(dataDir: string): Promise<pg.Client> {
  const { port, password } = Memory.parse(JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8")));
  const client = new pg.Client({ host: "127.0.0.1", port, user: "facnet", password, database: "facnet" });
  await client.connect();
  return client;
}

/** Every row of every table as text, by `schema.table`. */
export async function dumpTables(database: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await database.query<{ name: string; path: string }>(
    `SELECT table_schema || '.' || table_name AS name, format('%I.%I', table_schema, table_name) AS path
       FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const dump = new Map<string, string>();
  for (const { name, path } of tables) {
    const { rows } = await database.query<{ text: string }>(
      `SELECT to_jsonb(t)::text AS text FROM ${path} t`,
    );
    dump.set(name, rows.map(({ text }) => text).join("\n"));
  }
  return dump;
}
