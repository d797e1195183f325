import assert from "node:assert/strict";
import { test } from "node:test";
import { waitUntil } from "../../scripts/start/processes.mjs";
import { freePort } from "../service/free-port.mjs";
import { longFile, runWhen, submit } from "./runs.mjs";
import { newDataDir, startService } from "./service.mjs";

const minutes = 60_000;
const rows = 3_000_000;

test("a second Ctrl-C gives the run at work back at once, and the next start completes it", {
  timeout: 8 * minutes,
}, async (t) => {
  const dataDir = newDataDir(t);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const first = startService(t, { dataDir, port });
  await first.printed(/^Ready: /m);
  const id = await submit(url, longFile(rows));
  await runWhen(url, id, ({ status, rows: read }) => status === "processing" && read > 0);

  first.child.kill("SIGINT");
  await first.printed(/^Stopping/m);
  // A second one within half a second is npm's echo of the first, so a person who means it presses again.
  const pressed = await waitUntil(
    () => {
      first.child.kill("SIGINT");
      return /stopping at once/.test(first.output());
    },
    { timeoutMs: minutes, everyMs: 200 },
  );
  assert.ok(pressed, first.output());
  assert.equal(await first.ended, 0, first.output());
  assert.match(first.output(), /Given back: the worker is closing/);

  const second = startService(t, { dataDir, port });
  await second.printed(/^Ready: /m);
  const run = await runWhen(url, id, ({ status }) => status === "completed", { timeoutMs: 4 * minutes });
  assert.equal(run.rows, rows);
  assert.equal(run.attempt, 1, "a run that was given back has lost no attempt");
});
