import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";

export interface Service {
  url: string;
  port: number;
  dataDir: string;
  /** What it has printed so far, web and worker, both streams. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the real service, web and worker, on a free port with a data folder of its own. */
export async function startService(env: Record<string, string> = {}): Promise<Service> {
  const dataDir = await mkdtemp(join(tmpdir(), "facnet-e2e-"));
  const port = await freePort();
  const { ACCESS_TOKEN: _, DATABASE_URL: __, REDIS_URL: ___, HOST: ____, ...inherited } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...inherited, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = collect(child);
  await ready(child, said);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    output: said.text,
    async stop() {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.kill("SIGTERM")) await exited;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function collect({ stdout, stderr }: ChildProcess) {
  let said = "";
  const listeners: (() => void)[] = [];
  for (const stream of [stdout, stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  stderr?.pipe(process.stderr, { end: false });
  return { text: () => said, onMore: (listener: () => void) => listeners.push(listener) };
}

function ready(child: ChildProcess, said: ReturnType<typeof collect>): Promise<void> {
  return new Promise((resolve, reject) => {
    said.onMore(() => {
      if (said.text().includes("Ready: ")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`The service ended with ${code} before it was ready:\n${said.text()}`)),
    );
  });
}
