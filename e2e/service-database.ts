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
