import assert from "node:assert/strict";
import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { waitUntil } from "../../scripts/start/processes.mjs";
import { freePort } from "../service/free-port.mjs";
import { root } from "../service/program.mjs";
import { runWhen, submit } from "./runs.mjs";
import { newDataDir, startService } from "./service.mjs";

const minutes = 60_000;
const times = (text) => text.match(/the worker is ready/g)?.length ?? 0;

/** Says that a source was saved, without changing it. */
function touch(path) {
  const { atime } = statSync(path);
  utimesSync(path, atime, new Date());
}

test("in development a saved source restarts the worker, which then takes runs", {
  timeout: 6 * minutes,
}, async (t) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = startService(t, { dataDir: newDataDir(t), port, args: ["--dev"] });
  await service.printed(/^Ready: /m);
  await service.printed(/the worker is ready/);
  const before = times(service.output());

  touch(join(root, "worker", "note.ts"));
  const restarted = await waitUntil(() => times(service.output()) > before, { timeoutMs: 2 * minutes });
  assert.ok(restarted, service.output());

  const id = await submit(url, "id,name\n1,a\n");
  assert.equal((await runWhen(url, id, ({ status }) => status === "completed")).rows, 1);
  service.child.kill("SIGTERM");
  assert.equal(await service.ended, 0, service.output());
});
