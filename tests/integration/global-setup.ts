import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate.mjs";
import { freePort } from "../../scripts/start/check-port.mjs";
import { startEmbeddedPostgres } from "../../scripts/start/embedded-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    backend: "postgres" | "redis";
    serverUrl: string;
    templateName: string;
    redisUrl: string;
  }
}

async function startRedis(port: number, dir: string): Promise<ChildProcess> {
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", dir];
  const child = spawn("redis-server", args, { stdio: ["ignore", "pipe", "inherit"] });
  const failed = once(child, "error").then(([error]) => {
    throw new Error("redis-server does not start; install it, or run npm test, which does", { cause: error });
  });
  let output = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("Ready to accept connections")) resolve();
    });
  });
  await Promise.race([ready, failed]);
  return child;
}

/** A real PostgreSQL with a migrated template database, and a real Redis when the project is about Redis. */
export default async function setup(project: TestProject) {
  const dir = await mkdtemp(join(tmpdir(), "facnet-test-"));
  await chmod(dir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: dir });
  await migrate({ databaseUrl: postgres.url, redisUrl: undefined });
  const redisPort = await freePort("127.0.0.1", null);
  const redis = project.config.provide.backend === "redis" ? await startRedis(redisPort, dir) : null;
  const url = new URL(postgres.url);
  project.provide("templateName", url.pathname.slice(1));
  url.pathname = "/postgres";
  project.provide("serverUrl", url.href);
  project.provide("redisUrl", `redis://127.0.0.1:${redisPort}`);
  return async () => {
    redis?.kill("SIGKILL");
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
