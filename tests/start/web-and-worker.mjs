import assert from "node:assert/strict";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../scripts/start/embedded-postgres.mjs";
import { waitUntil } from "../../scripts/start/processes.mjs";
import { freePort } from "../service/free-port.mjs";
import { root, runProgram } from "../service/program.mjs";
import { endWith, newDataDir, startProgram } from "./service.mjs";

/** The settings of a new database, which ends with the test or, of a file's own context, with the file. */
export async function startDatabase(t) {
  const dataDir = newDataDir(t);
  const postgres = await startEmbeddedPostgres({ dataDir });
  endWith(t, postgres);
  const settings = { DATABASE_URL: postgres.url, DATA_DIR: dataDir };
  const migrated = runProgram([join(root, "prisma", "migrate.mjs")], settings);
  assert.equal(await migrated.ended, 0, migrated.output());
  return settings;
}

/** A web process and a worker of their own; `nodeArgs` go to both. They end with the test. */
export async function startWebAndWorker(t, settings, nodeArgs = []) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const worker = startProgram(t, [...nodeArgs, join(root, "dist", "worker", "main.js")], settings);
  const web = startProgram(t, [...nodeArgs, join(root, "scripts", "start-web.mjs")], {
    ...settings,
    PORT: String(port),
  });
  const isReady = async () => (await fetch(`${url}/api/health/ready`).catch(() => null))?.status === 200;
  assert.ok(await waitUntil(isReady, { timeoutMs: 60_000, everyMs: 100 }), web.output() + worker.output());
  return {
    url,
    web,
    worker,
    /** Stops both as a service manager does; they end as they should. */
    async end() {
      for (const program of [web, worker]) program.child.kill("SIGTERM");
      assert.deepEqual(
        await Promise.all([web.ended, worker.ended]),
        [143, 0],
        web.output() + worker.output(),
      );
    },
  };
}
