import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { log } from "@/log";
import { readSettings } from "../start/settings.mjs";

const Memory = z.object({ port: z.number(), password: z.string() });

/** Takes `.env` and, when DATABASE_URL is not set, finds the database that `npm start` runs. Keeps the log quiet. */
export function loadSettings(): void {
  const { dataDir } = readSettings();
  log.level = "silent";
  if (process.env.DATABASE_URL) return;
  const memory = join(dataDir, "postgres.json");
  if (!existsSync(memory))
    throw new Error(`DATABASE_URL is not set, and ${memory} knows of no embedded database.`);
  const { port, password } = Memory.parse(JSON.parse(readFileSync(memory, "utf8")));
  process.env.DATABASE_URL = `postgresql://facnet:${encodeURIComponent(password)}@127.0.0.1:${port}/facnet`;
}
