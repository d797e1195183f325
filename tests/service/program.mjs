import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a shell of the person who runs the tests may have set, and no test wants. */
const settings = [
  "DATABASE_URL",
  "REDIS_URL",
  "QUEUE_PREFIX",
  "REDIS_CLUSTER",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "HOST",
  "PORT",
  "DATA_DIR",
  "ACCESS_TOKEN",
  "ALLOWED_HOSTS",
  "S3_BUCKET",
];

/**
 * Runs a Node program of this repository, with what it has said so far, a promise for a line, and one for its end.
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
export function runProgram(args, env) {
  const inherited = Object.entries(process.env).filter(([name]) => !settings.includes(name));
  /** @type {import("node:child_process").ChildProcess} */
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  /** @type {number | string | null | undefined} */
  let endedWith;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const wake = () => {
    for (const listener of listeners) listener();
  };
  /** @param {string} text */
  const take = (text) => {
    output += text;
    wake();
  };
  child.stdout.setEncoding("utf8").on("data", take);
  child.stderr.setEncoding("utf8").on("data", take);
  const ended = new Promise((resolve) => {
    child.once("close", (code, signal) => {
      endedWith = signal ?? code;
      wake();
      resolve(endedWith);
    });
  });
  return {
    child,
    /** Resolves to the exit code, or the signal's name. */
    ended,
    output: () => output,
    /**
     * Resolves once the output matches; rejects when the program ends before.
     * @param {RegExp} pattern
     * @returns {Promise<string>}
     */
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(output)) resolve(output);
          else if (endedWith !== undefined)
            reject(new Error(`It ended (${endedWith}) without ${pattern}:\n${output}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    async stop() {
      if (endedWith === undefined) child.kill("SIGTERM");
      await ended;
    },
  };
}
