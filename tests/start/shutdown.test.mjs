import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import pg from "pg";
import { startEmbeddedPostgres } from "../../scripts/start/embedded-postgres.mjs";
import { waitUntil } from "../../scripts/start/processes.mjs";
import { freePort } from "../service/free-port.mjs";
import { root } from "../service/program.mjs";
import { submit } from "./runs.mjs";
import { endWith, newDataDir, startProgram } from "./service.mjs";

const minutes = 60_000;

test("a web process that is told to stop takes no one new, ends its streams, finishes its requests, and then lets go of the database", {
  timeout: 4 * minutes,
}, async (t) => {
  const dataDir = newDataDir(t);
  const postgres = await startEmbeddedPostgres({ dataDir });
  endWith(t, postgres);
  const settings = { DATABASE_URL: postgres.url, DATA_DIR: dataDir };
  const migrated = startProgram(t, [join(root, "prisma", "migrate.mjs")], settings);
  assert.equal(await migrated.ended, 0, migrated.output());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = startProgram(t, [join(root, "scripts", "start-web.mjs")], { ...settings, PORT: String(port) });
  const isWell = async () => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200;
  assert.ok(await waitUntil(isWell, { timeoutMs: minutes, everyMs: 100 }), web.output());

  // No worker runs, so the stream stays open until somebody ends it.
  const stream = await fetch(`${url}/api/validations/${await submit(url, "id\n1\n")}/events`);
  const reader = stream.body.getReader();
  await reader.read();
  const upload = request(`${url}/api/validations?fileName=slow.csv`, { method: "POST" });
  const answered = new Promise((resolve, reject) => {
    upload.once("response", resolve);
    upload.once("error", reject);
  });
  upload.write("id,name\n");
  const files = () => query(postgres.url, "SELECT count(*)::int AS n FROM files");
  const isWriting = () => partialFiles(dataDir) === 1;
  assert.ok(await waitUntil(isWriting, { timeoutMs: minutes, everyMs: 20 }), web.output());

  web.child.kill("SIGTERM");
  const refuses = async () => {
    const error = await fetch(`${url}/api/health/live`).then(
      () => null,
      (cause) => cause,
    );
    return error?.cause?.code === "ECONNREFUSED";
  };
  assert.ok(await waitUntil(refuses, { timeoutMs: minutes, everyMs: 20 }), web.output());
  await drain(reader);
  assert.equal(web.child.exitCode, null, "it waits for the upload");
  assert.deepEqual(await files(), [{ n: 1 }]);

  upload.end("1,x\n");
  const response = await answered;
  assert.equal(response.statusCode, 202, await text(response));
  assert.equal(await web.ended, 143, web.output());
  assert.deepEqual(await files(), [{ n: 2 }]);
  const open = await query(
    postgres.url,
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = 'facnet' AND pid <> pg_backend_pid()",
  );
  assert.deepEqual(open, [{ n: 0 }]);
});

/** Uploads that the shelf is writing. */
function partialFiles(dataDir) {
  return readdirSync(join(dataDir, "files")).filter((name) => name.endsWith(".partial")).length;
}

/** Reads a stream to its end, whichever way it ends. */
async function drain(reader) {
  for (;;) {
    const { done } = await reader.read().catch(() => ({ done: true }));
    if (done) return;
  }
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
