import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../service/free-port.mjs";
import { endWith } from "./service.mjs";

/** A Redis server with nothing in it, which ends with its test; gives its address. */
export async function startRedis(t) {
  const folder = mkdtempSync(join(tmpdir(), "facnet-redis-"));
  const port = await freePort();
  const where = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  const child = spawn("redis-server", [...where, "--maxmemory-policy", "noeviction"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  endWith(t, {
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  });
  await new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(new Error("redis-server is missing", { cause })));
    child.once("exit", () => reject(new Error("redis-server ended at once")));
    child.stdout.on("data", (text) => String(text).includes("Ready to accept connections") && resolve());
  });
  return `redis://127.0.0.1:${port}`;
}
