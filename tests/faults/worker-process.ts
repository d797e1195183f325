import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { runProgram } from "../service/program.mjs";

export type WorkerProcess = ReturnType<typeof startWorkerProcess>;

/** In these tests a dead worker is noticed after so many seconds. */
const deadWorkerSeconds = 5;

/** The built worker as a process, with this test file's settings. `preloads` are modules that it loads before its own. */
export function startWorkerProcess({
  preloads = [],
  env = {},
}: {
  preloads?: string[];
  env?: Record<string, string>;
} = {}) {
  const { DATABASE_URL, DATA_DIR, QUEUE_PREFIX, REDIS_URL = "" } = process.env;
  const program = runProgram(
    [...preloads.flatMap((path) => ["--import", `./tests/faults/${path}`]), "dist/worker/main.js"],
    {
      DATABASE_URL: String(DATABASE_URL),
      DATA_DIR: String(DATA_DIR),
      QUEUE_PREFIX: String(QUEUE_PREFIX),
      REDIS_URL,
      LOG_LEVEL: "info",
      WORKER_CONCURRENCY: "1",
      DEAD_WORKER_SECONDS: String(deadWorkerSeconds),
      ...env,
    },
  );
  return {
    ...program,
    /** Resolves when it takes jobs. */
    ready: () => program.printed(/the worker is ready/),
    /** Resolves when it has stopped itself: it says so first, and a signal to go on that came before the stop would be lost. */
    async halted() {
      await program.printed(/^halted at/m);
      while (!(await isStopped(program.child.pid))) await pause(10);
    },
    /** Ends it as it is, and waits until it is gone. */
    async kill() {
      program.child.kill("SIGCONT");
      program.child.kill("SIGKILL");
      await program.ended;
    },
  };
}

/** A worker that sends itself a signal when it comes to `at` in its first run; see halt-at.mjs. */
export function startDoomedWorker(
  at: HaltingPlace,
  signal: "SIGKILL" | "SIGSTOP" = "SIGKILL",
  env: Record<string, string> = {},
  preloads: string[] = [],
) {
  return startWorkerProcess({
    preloads: ["halt-at.mjs", ...preloads],
    env: { ...env, HALT_AT: at, HALT_SIGNAL: signal },
  });
}

export type HaltingPlace = "parse" | "insert" | "rules" | "store";

/** As Linux tells it, after the name in brackets. */
async function isStopped(pid: number | undefined): Promise<boolean> {
  return /\) [Tt] /.test(await readFile(`/proc/${pid}/stat`, "utf8"));
}
