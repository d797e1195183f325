import pg from "pg";
import { type Check, check } from "@/check";
import { env } from "@/env";

const oldest = 14;

const fixes = {
  connect: "Start PostgreSQL, and check host, port, user, password and database of DATABASE_URL.",
  version: `Install PostgreSQL ${oldest} or later.`,
  migrations: "Run `npm run migrate`.",
};

/**
 * Looks at the database, one finding at a time; stops early when there is no connection to ask. `expected` names the
 * migrations of this version. Never throws.
 */
export async function* checkDatabase(expected: string[]): AsyncGenerator<Check> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    const connection = await check({
      name: "connect",
      fix: fixes.connect,
      look: async () => {
        await client.connect();
        return { ok: true, found: `${client.host}:${client.port}` };
      },
    });
    yield connection;
    if (!connection.ok) return;
    yield check({ name: `version ${oldest} or later`, fix: fixes.version, look: () => version(client) });
    yield check({ name: "migrations", fix: fixes.migrations, look: () => migrations(client, expected) });
  } finally {
    await client.end().catch(() => {});
  }
}

async function version(client: pg.Client) {
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  const found = rows[0]?.server_version ?? "unknown";
  return { ok: Number.parseInt(found, 10) >= oldest, found };
}

async function migrations(client: pg.Client, expected: string[]) {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map(({ name }) => name));
  const missing = expected.filter((name) => !applied.has(name));
  if (missing.length > 0) return { ok: false, found: `not applied: ${missing.join(", ")}` };
  return { ok: true, found: `all ${expected.length} applied` };
}
