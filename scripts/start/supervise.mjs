import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { identify, isSame, signal, waitUntil } from "./processes.mjs";
import { root } from "./settings.mjs";

const longestDelayMs = 30_000;
const healthyMs = 60_000;

function prefix(stream, name, out) {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    if (line.trim() !== "") out.write(`${name.padEnd(6)} | ${line}\n`);
  });
}

/**
 * Runs one Node program and starts it again, ever more slowly, when it ends by itself.
 * Returns { crashes(), stop({ politeMs }), signal(name) }.
 */
export function supervise({ name, args, env, onSpawn }) {
  let child = null;
  let identity = null;
  let crashes = 0;
  let stopping = false;
  let timer = null;

  const start = () => {
    const startedAt = Date.now();
    child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      // A group of its own: Ctrl-C reaches the start script alone, which then stops things in order.
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    prefix(child.stdout, name, process.stdout);
    prefix(child.stderr, name, process.stderr);
    child.on("error", (error) => console.error(`${name.padEnd(6)} | ${error.message}`));
    if (child.pid) {
      identity = identify(child.pid);
      onSpawn(child.pid);
    }
    child.once("close", (code, signalName) => {
      if (stopping) return;
      crashes = Date.now() - startedAt > healthyMs ? 1 : crashes + 1;
      const delay = Math.min(longestDelayMs, 500 * 2 ** (crashes - 1));
      console.error(
        `The ${name} process ended (${signalName ?? `code ${code}`}); starting it again in ${delay / 1000} s.`,
      );
      timer = setTimeout(start, delay);
    });
  };
  start();

  return {
    crashes: () => crashes,
    signal: (signalName) => identity && isSame(identity) && signal(identity.pid, signalName),
    async stop({ politeMs }) {
      stopping = true;
      clearTimeout(timer);
      if (!identity || !isSame(identity)) return;
      signal(identity.pid, "SIGTERM");
      if (await waitUntil(() => !isSame(identity), { timeoutMs: politeMs })) return;
      signal(identity.pid, "SIGKILL");
      await waitUntil(() => !isSame(identity), { timeoutMs: 5_000 });
    },
  };
}
