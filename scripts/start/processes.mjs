import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls `test` until it holds; false when it did not in time. */
export async function waitUntil(test, { timeoutMs, everyMs = 50 }) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    if (await test()) return true;
    if (Date.now() >= end) return false;
    await pause(everyMs);
  }
}

function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** When a process began, as text that is only good for comparing; null when there is no such process. Process ids are reused. */
export function startOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === "linux") {
      const [state, ...rest] = statOf(pid);
      if (state === "Z" || state === "X") return null;
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot} ${rest[18]}`;
    }
    if (process.platform === "win32") {
      const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
      return outputOf("powershell", ["-NoProfile", "-Command", script]);
    }
    return outputOf("ps", ["-o", "lstart=", "-p", String(pid)]);
  } catch {
    return null;
  }
}

function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() || null : null;
}

/** A process by id and birth, so that a stranger who got the same id is not mistaken for it. */
export const identify = (pid) => ({ pid, started: startOf(pid) });

export const isSame = ({ pid, started }) => started !== null && startOf(pid) === started;

/** The command line of a process, or null. */
export function commandOf(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32") return null;
    return outputOf("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
  } catch {
    return null;
  }
}

export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Ends a process we know to be ours: politely, then by force. */
export async function endProcess(identity, { politeMs = 10_000 } = {}) {
  if (!isSame(identity)) return;
  signal(identity.pid, "SIGTERM");
  if (await waitUntil(() => !isSame(identity), { timeoutMs: politeMs })) return;
  signal(identity.pid, "SIGKILL");
  await waitUntil(() => !isSame(identity), { timeoutMs: 5_000 });
}
