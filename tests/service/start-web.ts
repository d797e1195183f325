import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port.mjs";
import { root, runProgram } from "./program.mjs";

const readyMs = 60_000;
const askEveryMs = 50;

/** The built web process alone, on the servers that `env` names; resolves once it answers. */
export async function startWeb(env: Record<string, string>, port?: number) {
  const at = port ?? (await freePort());
  const url = `http://127.0.0.1:${at}`;
  const program = runProgram([join(root, "scripts", "start-web.mjs")], {
    LOG_LEVEL: "info",
    ...env,
    PORT: String(at),
  });
  await Promise.race([answering(url), endedEarly(program)]);
  return {
    ...program,
    url,
    port: at,
    /** Resolves when the process is gone. */
    async kill() {
      program.child.kill("SIGKILL");
      await program.ended;
    },
  };
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + readyMs;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health/live`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(askEveryMs);
  }
  throw new Error(`the web process did not answer within ${readyMs} ms`);
}

async function endedEarly({ ended, output }: ReturnType<typeof runProgram>): Promise<never> {
  const code = await ended;
  throw new Error(`the web process ended (${code}):\n${output()}`);
}
