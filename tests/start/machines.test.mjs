import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { startEmbeddedPostgres } from "../../scripts/start/embedded-postgres.mjs";
import { waitUntil } from "../../scripts/start/processes.mjs";
import { freePort } from "../service/free-port.mjs";
import { root, runProgram } from "../service/program.mjs";
import { startS3 } from "../service/start-s3.mjs";
import { startRedis } from "./redis.mjs";
import { runWhen } from "./runs.mjs";
import { endWith, newDataDir, startProgram } from "./service.mjs";

const minutes = 60_000;
const webScript = join(root, "scripts", "start-web.mjs");
const workerScript = join(root, "dist", "worker", "main.js");
const secret = "TREM04121925";
const header = "id,name,email,birth_date,postal_code,language,amount\n";

/** Contacts with a faulty date in every five-hundredth row; longer than one part of a multipart upload from 100,000 on. */
function contacts(rows, seed) {
  const lines = Array.from({ length: rows }, (_, at) => {
    const date = (at + seed) % 500 === 0 ? `${secret}${at}` : "1967-02-05";
    return `${at + 1},Name ${seed},person${at}@example.org,${date},H6A 0Z9,fr,${at % 90}.50\n`;
  });
  return header + lines.join("");
}

// Made before anything listens: a server ends a connection that was silent while this process was busy.
const long = [contacts(300_000, 1), contacts(300_000, 2)];
const small = [contacts(1_000, 3), contacts(1_000, 4)];

/** What the program itself finds in the file, with no service, queue or store. */
async function findingsAlone(t, text) {
  const path = join(newDataDir(t), "alone.csv");
  writeFileSync(path, text);
  const check = runProgram(
    [join(root, "dist", "cli", "facnet.js"), "check", path, "--ruleset", "contacts", "--format", "ndjson"],
    {},
  );
  await check.ended;
  return findingsIn(check.output());
}

/** What each finding says, in one order; the lines of a service also have its own ids. */
function findingsIn(ndjson) {
  const lines = ndjson.split("\n").filter((line) => line.startsWith("{"));
  return lines
    .map((line) => JSON.parse(line))
    .map(({ row, column, code, params }) => `${row} ${column} ${code} ${params.value}`)
    .sort();
}
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

/** A database, a queue, a store, one machine with the web process and two with a worker each; no folder is shared. */
async function startMachines(t, queue) {
  const s3 = await startS3();
  endWith(t, { stop: s3.close });
  const postgres = await startEmbeddedPostgres({ dataDir: newDataDir(t) });
  endWith(t, postgres);
  const shared = {
    DATABASE_URL: postgres.url,
    ...s3.settings,
    ...(queue === "Redis" ? { REDIS_URL: await startRedis(t) } : {}),
    LOG_LEVEL: "debug",
    WORKER_CONCURRENCY: "1",
  };
  const migrated = startProgram(t, [join(root, "prisma", "migrate.mjs")], shared);
  assert.equal(await migrated.ended, 0, migrated.output());
  const port = await freePort();
  const [a, b, c] = [newDataDir(t), newDataDir(t), newDataDir(t)];
  const startWorker = (dataDir) => startProgram(t, [workerScript], { ...shared, DATA_DIR: dataDir });
  const workers = [startWorker(b), startWorker(c)];
  const web = startProgram(t, [webScript], { ...shared, DATA_DIR: a, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  const isReady = async () => (await fetch(`${url}/api/health/ready`).catch(() => null))?.status === 200;
  assert.ok(await waitUntil(isReady, { timeoutMs: minutes, everyMs: 100 }), web.output());
  return { url, s3, web, workers, startWorker, folders: { a, b, c } };
}

async function submit(url, text, options = "") {
  const address = `${url}/api/validations?fileName=a.csv&ruleset=contacts${options}`;
  const response = await fetch(address, { method: "POST", body: text });
  assert.equal(response.status, 202, await response.clone().text());
  return (await response.json()).validationId;
}

const textAt = async (address) => {
  const response = await fetch(address);
  assert.equal(response.status, 200, await response.clone().text());
  return response.text();
};

async function workTogether(t, queue) {
  const { url, s3, web, workers, startWorker, folders } = await startMachines(t, queue);
  const longIds = await Promise.all(long.map((text) => submit(url, text)));

  // A worker takes one run at a time, so two that are read at once are read on two machines.
  const atWork = async () => {
    const runs = await Promise.all(
      longIds.map(async (id) => (await fetch(`${url}/api/validations/${id}`)).json()),
    );
    return runs.every(({ status, rows }) => status === "processing" && rows > 0);
  };
  assert.ok(await waitUntil(atWork, { timeoutMs: minutes, everyMs: 50 }), "both workers are at work at once");
  const [killed, survivor] = workers;
  killed.child.kill("SIGKILL");
  await killed.ended;
  assert.ok(filesIn(folders.b).includes("file.csv"), "the killed worker's copy is left on its disk");

  const smallIds = await Promise.all(small.map((text) => submit(url, text, "&keepHours=1")));
  const ids = [...longIds, ...smallIds];
  for (const id of ids) await runWhen(url, id, ({ status }) => status === "completed");
  assert.match(survivor.output(), /a job's worker died; it is taken up again/);
  const texts = [...long, ...small];
  for (const [at, id] of ids.entries()) {
    const found = findingsIn(await textAt(`${url}/api/validations/${id}/findings?format=ndjson`));
    const alone = await findingsAlone(t, texts[at]);
    assert.equal(alone.length, texts[at].length > 1e6 ? 600 : 2);
    assert.ok(isDeepStrictEqual(found, alone), `run ${at}: ${found.length} findings, alone ${alone.length}`);
  }

  // A file that is kept is read again, by a machine that never had it.
  const [kept] = smallIds;
  const sound = small[0].split("\n").filter((line) => !line.includes(secret));
  assert.equal(await textAt(`${url}/api/validations/${kept}/rows?part=sound`), sound.join("\n"));
  const faulty = await textAt(`${url}/api/validations/${kept}/rows?part=faulty`);
  assert.equal(faulty.split(secret).length - 1 >= 2, true);
  assert.deepEqual(filesIn(folders.a), [], "no copy stays where the rows were read again");

  for (const id of longIds) await runWhen(url, id, ({ fileKept }) => fileKept === false);
  for (const id of smallIds) {
    const { status } = await fetch(`${url}/api/validations/${id}`, { method: "DELETE" });
    assert.equal(status, 204);
  }
  assert.ok(
    await waitUntil(async () => (await s3.left()).length === 0, { timeoutMs: minutes }),
    "the bucket is empty",
  );

  const restarted = startWorker(folders.b);
  await restarted.printed(/the worker is ready/);
  for (const folder of [folders.b, folders.c]) assert.deepEqual(filesIn(folder), []);
  const said = [web, killed, survivor, restarted].map(({ output }) => output()).join("");
  assert.ok(!said.includes(secret), "no cell value is in a log");
  assert.ok(!said.includes("S3RVER"), "no key is in a log");
}

describe("one web process and two workers on machines that share no folder", {
  concurrency: 2,
  timeout: 6 * minutes,
}, () => {
  for (const queue of ["PostgreSQL", "Redis"])
    test(`finish all with the queue in ${queue}, also what a killed one had begun, and leave nothing`, (t) =>
      workTogether(t, queue));
});
