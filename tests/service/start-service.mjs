import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";
import { root, runProgram } from "./program.mjs";

/**
 * The whole service by its start script, on a free port with a data folder of its own; resolves when it is ready.
 * @param {Record<string, string>} [env]
 */
export async function startService(env = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "facnet-service-"));
  const port = await freePort();
  const program = runProgram([join(root, "scripts", "start.mjs")], {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    ...env,
  });
  // A hook that ran out of time never gets the service that it would stop.
  const leave = () => program.child.kill("SIGTERM");
  process.once("exit", leave);
  await program.printed(/^Ready: /m);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    output: program.output,
    async stop() {
      process.off("exit", leave);
      await program.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startService>>} Service */
