import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { root } from "../../start/settings.mjs";

export interface Table {
  name: string;
  columns: string[];
}

/** Says which processes live now: of no use in another deployment. */
const leftOut = new Set(["worker_processes"]);

/** The service's tables that the database has, each after those that it refers to. The queue's own are none of them. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const schema = await readFile(join(root, "prisma", "schema.prisma"), "utf8");
  const named = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map((match) => match[1] ?? "");
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] | null }>(
    `SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns,
       (SELECT array_agg(DISTINCT f.confrelid::regclass::text) FROM pg_constraint f
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS refers
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname = ANY($1)
     GROUP BY c.oid ORDER BY c.relname`,
    [named.filter((name) => !leftOut.has(name))],
  );
  const ordered: Table[] = [];
  const isPlaced = (name: string) => ordered.some((table) => table.name === name);
  while (ordered.length < rows.length) {
    const next = rows.find(({ name, refers }) => !isPlaced(name) && (refers ?? []).every(isPlaced));
    if (!next) throw new Error("The tables refer to each other in a circle.");
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

/** The names of the migrations that a database has, in order; empty before the first. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query<{ table: string | null }>(
    "SELECT to_regclass('_prisma_migrations')::text AS table",
  );
  if (!found[0]?.table) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}
