import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { startEmbeddedPostgres } from "../../scripts/start/embedded-postgres.mjs";
import { waitUntil } from "../../scripts/start/processes.mjs";
import { freePort } from "../service/free-port.mjs";
import { root } from "../service/program.mjs";
import { longFile, runWhen, submit } from "./runs.mjs";
import { endWith, newDataDir, startProgram } from "./service.mjs";

const minutes = 60_000;
const webScript = join(root, "scripts", "start-web.mjs");
const workerScript = ["--max-semi-space-size=2", join(root, "dist", "worker", "main.js")];

async function startWeb(t, settings) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = startProgram(t, [webScript], { ...settings, PORT: String(port) });
  const isWell = async () => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200;
  assert.ok(await waitUntil(isWell, { timeoutMs: minutes, everyMs: 100 }), web.output());
  return { ...web, url };
}

test("two web processes and a worker of their own share a database, and a run is watched through either", {
  timeout: 6 * minutes,
}, async (t) => {
  const dataDir = newDataDir(t);
  const postgres = await startEmbeddedPostgres({ dataDir });
  endWith(t, postgres);
  const settings = { DATABASE_URL: postgres.url, DATA_DIR: dataDir };
  const migrated = startProgram(t, [join(root, "prisma", "migrate.mjs")], settings);
  assert.equal(await migrated.ended, 0, migrated.output());

  const [first, second] = await Promise.all([startWeb(t, settings), startWeb(t, settings)]);
  const rows = 100_000;
  const id = await submit(first.url, `${longFile(rows)}1,2,3\n`);
  const watched = fetch(`${second.url}/api/validations/${id}/events`).then((response) => response.text());
  const worker = startProgram(t, workerScript, settings);
  const events = (await watched)
    .split("\n\n")
    .flatMap((event) => event.match(/^data: (.*)$/m)?.[1] ?? [])
    .map((data) => JSON.parse(data));

  assert.equal(events[0].snapshot.status, "queued");
  assert.equal(events.at(-1).snapshot.status, "completed");
  assert.equal(events.at(-1).snapshot.rows, rows + 1);
  const revisions = events.map(({ snapshot }) => snapshot.revision);
  assert.deepEqual(
    revisions,
    revisions.toSorted((a, b) => a - b),
  );
  const run = await runWhen(first.url, id, ({ fileKept }) => fileKept === false);
  assert.equal(run.counts.error, 1);

  for (const program of [worker, first, second]) program.child.kill("SIGTERM");
  const codes = await Promise.all([worker.ended, first.ended, second.ended]);
  // Next ends with 128 + SIGTERM once it has stopped in order.
  assert.deepEqual(codes, [0, 143, 143], `${worker.output()}\n${first.output()}`);
  assert.match(first.output(), /the web process stops/);
});

test("a web process without a database says what it needs", { timeout: minutes }, async (t) => {
  const web = startProgram(t, [webScript], { DATA_DIR: newDataDir(t) });
  assert.equal(await web.ended, 1);
  assert.match(web.output(), /DATABASE_URL is required here/);
});

test("a worker without a database lists what is missing", { timeout: minutes }, async (t) => {
  const worker = startProgram(t, workerScript, { DATA_DIR: newDataDir(t) });
  assert.equal(await worker.ended, 1);
  assert.match(worker.output(), /DATABASE_URL: is required/);
});
