import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildIfChanged } from "./build-if-changed.mjs";
import { checkPort } from "./check-port.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { installIfNeeded } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { waitUntil } from "./processes.mjs";
import { readSettings, root } from "./settings.mjs";
import { Stop } from "./stop-with-message.mjs";
import { supervise } from "./supervise.mjs";

const leaveWithParent = ["--import", new URL("./leave-with-parent.mjs", import.meta.url).href];
// Under 8 MB a half of the young generation, validating costs two fifths more CPU; over it, only memory grows.
const workerHeap = ["--max-semi-space-size=8"];
/** The worker's own time for running jobs, and more than it takes to give them back. */
const workerPoliteMs = () => (Number(process.env.STOP_SECONDS || 30) + 15) * 1000;

/** Steps to undo, last one first; each is tried although another failed. */
function makeReleasers() {
  const steps = [];
  return {
    add: (step) => steps.push(step),
    async run() {
      for (const step of steps.splice(0).reverse())
        await Promise.resolve(step()).catch((error) => console.error(error));
    },
  };
}

function migrate(databaseUrl) {
  const script = join(root, "prisma", "migrate.mjs");
  const result = spawnSync(process.execPath, [script], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  if (result.status !== 0)
    throw new Stop("The database tables could not be brought up to date; the message is above.");
}

function programs({ dev, host, port }) {
  const require = createRequire(import.meta.url);
  const next = require.resolve("next/dist/bin/next");
  const where = ["-H", host, "-p", String(port)];
  if (!dev) {
    return {
      web: [...leaveWithParent, next, "start", ...where],
      worker: [...workerHeap, join(root, "dist", "worker", "main.js")],
    };
  }
  const tsx = require.resolve("tsx/cli");
  return {
    web: [...leaveWithParent, next, "dev", ...where],
    worker: [...leaveWithParent, tsx, "watch", "worker/main.ts"],
  };
}

async function isHealthy(address) {
  try {
    return (await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** Two-stage: the first signal stops things in order, another one makes the worker give its jobs back at once. */
function listenForSignals({ onFirst, onSecond }) {
  let firstAt = 0;
  const listener = () => {
    if (firstAt === 0) {
      firstAt = Date.now();
      onFirst();
      return;
    }
    // npm passes Ctrl-C on although the terminal has already sent it.
    if (Date.now() - firstAt > 500) onSecond();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, listener);
}

async function start({ dev, releasers, stopped, setWorker }) {
  const settings = readSettings();
  const { host, port, dataDir, address } = settings;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock({ dataDir, address });
  releasers.add(() => lock.release());
  const unlessStopped = () => {
    if (stopped()) throw new Stop("Stopped before it was ready.");
  };

  installIfNeeded();
  unlessStopped();
  await checkPort(host, port);
  if (!dev) buildIfChanged();
  unlessStopped();

  let databaseUrl = settings.databaseUrl;
  if (!databaseUrl) {
    const postgres = await startEmbeddedPostgres({ dataDir });
    releasers.add(() => postgres.stop());
    postgres.onExit(() => {
      if (stopped()) return;
      console.error("The database server ended; stopping. Start again to recover.");
      process.exitCode = 1;
      process.kill(process.pid, "SIGTERM");
    });
    databaseUrl = postgres.url;
  }
  unlessStopped();
  migrate(databaseUrl);
  unlessStopped();

  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    HOST: host,
    PORT: String(port),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // glibc keeps freed memory in one arena per thread; two are plenty and keep the worker small.
    MALLOC_ARENA_MAX: "2",
  };
  const { web: webArgs, worker: workerArgs } = programs({ dev, host, port });
  const onSpawn = (pid) => lock.noteChild(pid);
  const worker = supervise({ name: "worker", args: workerArgs, env, onSpawn });
  setWorker(worker);
  releasers.add(() => worker.stop({ politeMs: workerPoliteMs() }));
  const web = supervise({ name: "web", args: webArgs, env, onSpawn });
  releasers.add(() => web.stop({ politeMs: 15_000 }));

  const gaveUp = () => web.crashes() >= 4;
  const ready = await waitUntil(async () => stopped() || gaveUp() || (await isHealthy(address)), {
    timeoutMs: 120_000,
    everyMs: 150,
  });
  unlessStopped();
  if (!ready || gaveUp()) throw new Stop("The web process does not come up; its own messages are above.");
  console.log(`Ready: ${address}`);
}

/** Starts database, web and worker, and returns when a signal has stopped them again. Sets the exit code. */
export async function runEverything({ dev }) {
  const releasers = makeReleasers();
  let worker = null;
  let stopping = false;
  const signalled = new Promise((resolve) => {
    listenForSignals({
      onFirst() {
        stopping = true;
        console.log("Stopping ...");
        resolve();
      },
      onSecond: () => worker?.signal("SIGTERM"),
    });
  });
  try {
    await start({
      dev,
      releasers,
      stopped: () => stopping,
      setWorker: (started) => {
        worker = started;
      },
    });
    await signalled;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (!stopping) {
      console.error(error.message);
      process.exitCode = 1;
    }
  } finally {
    stopping = true;
    await releasers.run();
  }
  process.exit();
}
