import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { applicationName } from "@/application-name";
import { env } from "@/env";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { PrismaClient } from "./generated/client";

const mostConnections = 10;

interface Connections {
  pool: pg.Pool | undefined;
  client: PrismaClient | undefined;
}

const connections = () => onGlobal<Connections>("db", () => ({ pool: undefined, client: undefined }));

/** The process's one pool of connections, made at first use. */
export function pool(): pg.Pool {
  const shared = connections();
  shared.pool ??= openPool();
  return shared.pool;
}

/** Prisma on the shared pool, made at first use. */
export function db(): PrismaClient {
  const shared = connections();
  shared.client ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.client;
}

/** Ends all connections; the next use opens new ones. */
export async function closeDb(): Promise<void> {
  const shared = connections();
  const { client, pool: open } = shared;
  shared.client = undefined;
  shared.pool = undefined;
  await client?.$disconnect();
  await open?.end();
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    application_name: applicationName,
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // One that dies while somebody holds it fails their statements; the event itself would end the process.
  opened.on("connect", (client) => {
    client.on("error", (err) => log.debug({ err }, "a database connection broke"));
  });
  // A connection that dies while idle is replaced; without a listener it would end the process.
  opened.on("error", (err) => log.warn({ err }, "a database connection was lost"));
  return opened;
}
