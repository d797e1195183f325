import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export function newDataDir(t) {
  const dir = mkdtempSync(join(tmpdir(), "facnet-start-"));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Holds a port until the test ends, or only long enough to learn one that is free. */
export function listenSomewhere() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve({ server, port: server.address().port }));
  });
}

export async function unusedPort() {
  const { server, port } = await listenSomewhere();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs scripts/start.mjs. Gives its output so far, promises for a line and for its end, and its children by the lock. */
export function startService(t, { dataDir, port, env = {} }) {
  const {
    DATABASE_URL: _database,
    REDIS_URL: _redis,
    HOST: _host,
    ACCESS_TOKEN: _token,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set();
  const take = (chunk) => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding("utf8").on("data", take);
  child.stderr.setEncoding("utf8").on("data", take);
  let exitCode;
  const ended = new Promise((resolve) => {
    child.once("close", (code, signal) => {
      exitCode = signal ?? code;
      for (const listener of listeners) listener();
      resolve(exitCode);
    });
  });
  t.after(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  return {
    child,
    ended,
    output: () => output,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(output)) resolve(output);
          else if (exitCode !== undefined)
            reject(new Error(`It ended (${exitCode}) without ${pattern}:\n${output}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    children: () =>
      JSON.parse(readFileSync(join(dataDir, "start.lock"), "utf8")).children.map(({ pid }) => pid),
  };
}
