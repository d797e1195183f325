import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Stop } from "./stop-with-message.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

function isLoopback(host) {
  if (host === "localhost" || host === "::1" || host === "[::1]") return true;
  return isIP(host) === 4 && host.startsWith("127.");
}

/** The few settings the start scripts need, from the environment and `.env`. The rest is src/env.ts's. */
export function readSettings() {
  const file = resolve(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`PORT must be a number from 1 to 65535; it is "${process.env.PORT}".`);
  }
  const token = process.env.ACCESS_TOKEN ?? "";
  if (!isLoopback(host) && token === "") {
    throw new Stop(
      `HOST=${host} lets other machines in, and no ACCESS_TOKEN is set.\n` +
        "Set ACCESS_TOKEN to a secret of at least 16 characters, or leave HOST out to serve this machine alone.",
    );
  }
  if (token !== "" && token.length < 16) throw new Stop("ACCESS_TOKEN must have at least 16 characters.");
  const dataDir = resolve(root, process.env.DATA_DIR || ".data");
  return {
    host,
    port,
    dataDir,
    databaseUrl: process.env.DATABASE_URL || null,
    address: addressOf(host, port),
  };
}

/** Where a browser on this machine finds the service. */
function addressOf(host, port) {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}
