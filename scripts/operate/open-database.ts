import { mkdirSync } from "node:fs";
import { embeddedUrl, startEmbeddedPostgres } from "../start/embedded-postgres.mjs";
import { takeLock } from "../start/lock.mjs";
import type { readSettings } from "../start/settings.mjs";
import { Stop } from "../start/stop-with-message.mjs";

interface Opened {
  databaseUrl: string;
  close(): Promise<void>;
}

type Settings = ReturnType<typeof readSettings>;

/** The database of a deployment at work, or of one that is stopped: its embedded database runs until `close()` then. */
export async function openDatabase(settings: Settings): Promise<Opened> {
  if (settings.databaseUrl) return notOurs(settings.databaseUrl);
  const url = embeddedUrl(settings.dataDir);
  if (!url) throw new Stop(`DATABASE_URL is not set, and ${settings.dataDir} knows of no embedded database.`);
  try {
    return await startOurs(settings);
  } catch (error) {
    // Somebody holds the data folder, so its database runs.
    if (error instanceof Stop) return notOurs(url);
    throw error;
  }
}

/** The database of a deployment to be filled: a new embedded one unless DATABASE_URL is set. Throws a Stop while it is at work. */
export async function openEmptyDatabase(settings: Settings): Promise<Opened> {
  return settings.databaseUrl ? notOurs(settings.databaseUrl) : startOurs(settings);
}

const notOurs = (databaseUrl: string): Opened => ({ databaseUrl, close: async () => {} });

async function startOurs({ dataDir, address }: Settings): Promise<Opened> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock({ dataDir, address });
  try {
    const postgres = await startEmbeddedPostgres({ dataDir });
    return {
      databaseUrl: postgres.url,
      async close() {
        await postgres.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
