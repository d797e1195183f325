// npm run start:web, for deployments that run PostgreSQL, Redis and the worker themselves. `npm start` does it all.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readSettings, root } from "./start/settings.mjs";
import { Stop } from "./start/stop-with-message.mjs";

try {
  const { host, port } = readSettings();
  if (!process.env.DATABASE_URL)
    throw new Stop("DATABASE_URL is required here; `npm start` brings its own database.");
  if (!existsSync(join(root, ".next", "BUILD_ID")))
    throw new Stop("There is no build yet. Run: npm run build");
  process.chdir(root);
  process.env.NODE_ENV = "production";
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  process.argv = [process.argv[0], next, "start", "-H", host, "-p", String(port)];
  await import(next);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
