import { log } from "@/log";
import { embeddedUrl } from "../start/embedded-postgres.mjs";
import { readSettings } from "../start/settings.mjs";

/** Takes `.env` and, when DATABASE_URL is not set, finds the database that `npm start` runs. Keeps the log quiet. */
export function loadSettings(): void {
  const { dataDir } = readSettings();
  log.level = "silent";
  if (process.env.DATABASE_URL) return;
  const url = embeddedUrl(dataDir);
  if (!url) throw new Error(`DATABASE_URL is not set, and ${dataDir} knows of no embedded database.`);
  process.env.DATABASE_URL = url;
}
