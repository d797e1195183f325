import { randomBytes } from "node:crypto";
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { findFile } from "@/db/find-file";
import { findRun } from "@/db/find-run";
import { insertWebhook } from "@/db/insert-webhook";
import { filesLock } from "@/db/while-files-may-go";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { cancelRun } from "@/services/cancel-run";
import { enqueueRun } from "@/services/enqueue-run";
import { uploadFile } from "@/services/upload-file";
import { runProgram } from "../service/program.mjs";
import { runScript } from "./run-script";

const ctx = { actor: { ownerId: "local", name: "tester" } };
const soon = { timeout: 120_000, interval: 100 };
const longRows = 300_000;
const cell = "TREM04121925";

const folder = await mkdtemp(join(tmpdir(), "facnet-backup-"));
const backup = join(folder, "backup");
const databases: string[] = [];
const programs: ReturnType<typeof runProgram>[] = [];

interface Deployment {
  DATABASE_URL: string;
  DATA_DIR: string;
  QUEUE_PREFIX: string;
}

const here = (): Deployment => ({
  DATABASE_URL: env().DATABASE_URL,
  DATA_DIR: env().DATA_DIR,
  QUEUE_PREFIX: env().QUEUE_PREFIX,
});

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A database without tables and a data folder without files. */
async function newDeployment(): Promise<Deployment> {
  const name = `facnet_restored_${randomBytes(6).toString("hex")}`;
  databases.push(name);
  const server = inject("postgresUrl");
  await query(`${server}/postgres`, `CREATE DATABASE ${name}`);
  return { DATABASE_URL: `${server}/${name}`, DATA_DIR: join(folder, name), QUEUE_PREFIX: name };
}

function startWorker(deployment: Deployment) {
  const worker = runProgram(["--import", "tsx", "worker/main.ts"], { ...deployment, LOG_LEVEL: "info" });
  programs.push(worker);
  return worker;
}

async function submit(text: string): Promise<string> {
  const body = new Blob([text]).stream();
  const { fileId } = await uploadFile({ ctx, input: { name: "claims.csv", body } });
  return (await enqueueRun({ ctx, input: { fileId } })).validationId;
}

let sent = 0;
const faulty = () => {
  sent += 1;
  return `id,name\n${sent},${cell}\n1,2,3\n4,5,6,7\n`;
};

const restore = (deployment: Deployment, from = backup) =>
  runScript("scripts/restore.ts", ["--from", from], { ...deployment });

/** What a run came to, without the ids that the database gives. */
const outcomes = (url: string, ids: string[]) =>
  query(
    url,
    `SELECT r.id, r.status, r.attempt, r.rows, r.error_count, r.code_counts,
       (SELECT json_agg(json_build_array(f.code, f.row, f.line, f.column_index, f.field, f.params)
                        ORDER BY f.row, f.code, f.column_index)
        FROM validation_results f WHERE f.validation_run_id = r.id) AS findings,
       (SELECT json_agg(json_build_array(w.row, w.cells) ORDER BY w.row)
        FROM validation_rows w WHERE w.validation_run_id = r.id) AS rows_kept
     FROM validation_runs r WHERE r.id IN (${ids.map((id) => `'${id}'`).join(", ")}) ORDER BY r.id`,
  );

const done: string[] = [];
const waiting: string[] = [];
let atWork = "";

// One deployment for all tests: runs that are done, one that is at work, some that wait, and uploads all the while.
beforeAll(async () => {
  await insertWebhook({ ownerId: "local", url: "https://hooks.example/a", secret: "whsec_c2VjcmV0" });
  const doomed = startWorker(here());
  done.push(await submit(faulty()), await submit(faulty()));
  for (const id of done)
    await vi.waitFor(
      async () => expect((await findRun({ ownerId: "local", runId: id }))?.status).toBe("completed"),
      soon,
    );
  const lines = Array.from({ length: longRows }, (_, at) => `${at},x`);
  atWork = await submit(`id,name\n${lines.join("\n")}\n1,2,3\n`);
  await vi.waitFor(
    async () => expect((await findRun({ ownerId: "local", runId: atWork }))?.status).toBe("processing"),
    soon,
  );
  // Killed, it can neither finish nor give back: the run is at work in the snapshot however slow this machine is.
  doomed.child.kill("SIGKILL");
  await doomed.ended;
  for (let at = 0; at < 3; at += 1) waiting.push(await submit(faulty()));

  const worker = startWorker(here());
  await worker.printed(/the worker is ready/);
  let isOver = false;
  const load = (async () => {
    while (!isOver) await submit(faulty());
  })();
  const { code, errors } = await runScript("scripts/backup.ts", ["--to", backup]);
  isOver = true;
  await load;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
}, 120_000);

afterAll(async () => {
  for (const program of programs) await program.stop();
  await runEvents().close();
  await producer().close();
  for (const name of databases)
    await query(`${inject("postgresUrl")}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`);
  await rm(folder, { recursive: true, force: true });
});

test("a deployment restored from a backup made under load has equal findings and ends every run once", async () => {
  const target = await newDeployment();
  const { code, output, errors } = await restore(target);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/\d+ runs had not ended/);
  expect(await outcomes(target.DATABASE_URL, done)).toEqual(await outcomes(here().DATABASE_URL, done));
  expect(await query(target.DATABASE_URL, "SELECT url, secret FROM webhooks")).toEqual([
    { url: "https://hooks.example/a", secret: "whsec_c2VjcmV0" },
  ]);

  const count = "SELECT count(*)::int AS n FROM validation_runs";
  const worker = startWorker(target);
  await vi.waitFor(
    async () =>
      expect(await query(target.DATABASE_URL, `${count} WHERE status <> 'completed'`)).toEqual([{ n: 0 }]),
    soon,
  );
  await worker.stop();
  const [long] = await outcomes(target.DATABASE_URL, [atWork]);
  expect(long).toMatchObject({ status: "completed", rows: String(longRows + 1), error_count: "1" });
  expect(long?.findings).toHaveLength(1);
  // Those that waited in the backup have since ended in the deployment it was made of, and came to the same here.
  await vi.waitFor(async () => {
    const statuses = (await outcomes(here().DATABASE_URL, waiting)).map(({ status }) => status);
    expect(statuses).toEqual(waiting.map(() => "completed"));
  }, soon);
  expect(await outcomes(target.DATABASE_URL, waiting)).toEqual(await outcomes(here().DATABASE_URL, waiting));
  const completed = await query(
    target.DATABASE_URL,
    `SELECT validation_run_id AS id FROM validation_logs WHERE message = 'Completed'
     GROUP BY validation_run_id HAVING count(*) > 1`,
  );
  expect(completed).toEqual([]);
  // A new row gets an id that no restored one has.
  const ids = await query<{ doubled: number }>(
    target.DATABASE_URL,
    "SELECT count(*)::int - count(DISTINCT id)::int AS doubled FROM validation_results",
  );
  expect(ids).toEqual([{ doubled: 0 }]);
});

test("a backup is for its owner's eyes alone", async () => {
  const names = await readdir(backup, { recursive: true, withFileTypes: true });
  expect(names.filter((name) => name.isFile()).length).toBeGreaterThan(5);
  for (const name of names) {
    const { mode } = await stat(join(name.parentPath, name.name));
    expect(mode & 0o077).toBe(0);
  }
});

test("a backup into a folder that has something is refused, and overwrites nothing", async () => {
  const { code, errors } = await runScript("scripts/backup.ts", ["--to", backup]);
  expect(code).toBe(1);
  expect(errors).toContain("is not empty");
});

test("a restore into a deployment that has something is refused, and changes nothing", async () => {
  const before = await query(here().DATABASE_URL, "SELECT count(*) FROM rulesets");
  const { code, errors } = await restore(here());
  expect(code).toBe(1);
  expect(errors).toMatch(/The database is not empty: \w+ has rows/);
  expect(await query(here().DATABASE_URL, "SELECT count(*) FROM rulesets")).toEqual(before);

  const target = await newDeployment();
  await mkdir(join(target.DATA_DIR, "files"), { recursive: true });
  await appendFile(join(target.DATA_DIR, "files", "c0ffee"), "somebody's");
  const again = await restore(target);
  expect(again.code).toBe(1);
  expect(again.errors).toContain("is not empty. Give the restore a new DATA_DIR.");
});

test("a damaged or unfinished backup is refused before anything is written", async () => {
  const target = await newDeployment();
  const [table] = (await readdir(join(backup, "tables"))).filter((name) =>
    name.startsWith("validation_runs"),
  );
  const path = join(backup, "tables", String(table));
  const [first] = await readdir(join(backup, "files"));
  const bytes = join(backup, "files", String(first));
  const manifest = join(backup, "manifest.json");

  await rename(manifest, `${manifest}.aside`);
  expect(await restore(target)).toMatchObject({
    code: 1,
    errors: expect.stringContaining("no whole backup"),
  });
  await rename(`${manifest}.aside`, manifest);

  await rename(bytes, `${bytes}.aside`);
  expect(await restore(target)).toMatchObject({ code: 1, errors: expect.stringContaining("cannot be read") });
  await rename(`${bytes}.aside`, bytes);

  await appendFile(path, "x");
  const { code, errors } = await restore(target);
  expect(code).toBe(1);
  expect(errors).toContain(`The backup is damaged: ${path} is not what was written.`);
  expect(errors).not.toContain(cell);
  expect(await query(target.DATABASE_URL, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  await expect(stat(target.DATA_DIR)).rejects.toThrow("ENOENT");
});

test("a backup of an older version is restored with its tables, which are then brought up to date", async () => {
  const [older, target] = await Promise.all([newDeployment(), newDeployment()]);
  const names = await readdir("prisma/migrations", { withFileTypes: true });
  const all = names.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const before = String(all.at(-2));
  const migrated = await runScript("prisma/migrate.mjs", ["--last", before], { ...older });
  expect(migrated.output).toContain(before);
  expect(migrated.output).not.toContain(all.at(-1));
  await query(
    older.DATABASE_URL,
    `INSERT INTO webhooks (id, owner_id, url, secret) VALUES (gen_random_uuid(), 'local', 'https://old.example', 's')`,
  );
  const from = join(folder, "older");
  expect((await runScript("scripts/backup.ts", ["--to", from], { ...older })).code).toBe(0);
  expect(await restore(target, from)).toMatchObject({ code: 0, errors: "" });
  expect(await query(target.DATABASE_URL, "SELECT url FROM webhooks")).toEqual([
    { url: "https://old.example" },
  ]);
  const applied = "SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name";
  expect(await query(target.DATABASE_URL, applied)).toEqual(all.map((name) => ({ name })));
});

test("a backup of a newer version is refused", async () => {
  const from = join(folder, "newer");
  await cp(backup, from, { recursive: true });
  const path = join(from, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await writeFile(
    path,
    JSON.stringify({ ...manifest, migrations: [...manifest.migrations, "9999_tomorrow"] }),
  );
  const { code, errors } = await restore(await newDeployment(), from);
  expect(code).toBe(1);
  expect(errors).toContain("made by a newer version: this one does not know 9999_tomorrow");
});

test("while a backup copies files, none goes, and the sweep takes it afterwards", async () => {
  const holder = new pg.Client({ connectionString: here().DATABASE_URL });
  await holder.connect();
  await holder.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [filesLock]);
  const runId = await submit(faulty());
  const run = await findRun({ ownerId: "local", runId });
  await cancelRun({ ctx, input: { runId } });
  const held = await findFile({ ownerId: "local", id: String(run?.fileId) });
  expect(held).toMatchObject({ removedAt: null });
  expect(held?.deleteAfter).not.toBeNull();
  await holder.end();
  const { sweepFiles } = await import("../../worker/sweep-files");
  await vi.waitFor(async () => {
    await sweepFiles();
    expect((await findFile({ ownerId: "local", id: String(run?.fileId) }))?.removedAt).not.toBeNull();
  }, soon);
});
