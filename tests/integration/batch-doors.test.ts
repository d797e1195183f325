import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { POST as cancelDoor } from "@/app/api/batches/[id]/cancel/route";
import { POST as closeDoor } from "@/app/api/batches/[id]/close/route";
import { GET as eventsDoor } from "@/app/api/batches/[id]/events/route";
import { POST as filesDoor } from "@/app/api/batches/[id]/files/route";
import { GET as findingsDoor } from "@/app/api/batches/[id]/findings/route";
import { POST as retryDoor } from "@/app/api/batches/[id]/retry/route";
import { DELETE as deleteDoor, GET as showDoor } from "@/app/api/batches/[id]/route";
import { GET as runsDoor } from "@/app/api/batches/[id]/runs/route";
import { POST as createDoor, GET as listDoor } from "@/app/api/batches/route";
import { claimRun } from "@/db/claim-run";
import { closeDb, db } from "@/db/client";
import { copyFindings } from "@/db/copy-findings";
import { finishRun } from "@/db/finish-run";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { AddedRuns, Batch, BatchEvent, BatchesPage, BatchRun } from "@/server/http/batch-bodies";
import { Problem } from "@/server/http/problem";
import { upload } from "./make-batch";
import { kept, summaryOf } from "./make-run";

process.env.MAX_BATCH_FILES = "4";
const here = "http://127.0.0.1:3000";
const host = { host: "127.0.0.1:3000" };
const nowhere = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const ask = (method: string, query = "") => new Request(`${here}/${query}`, { method, headers: host });

beforeEach(async () => {
  await db().validationRun.deleteMany();
  await db().batch.deleteMany();
  await db().storedFile.deleteMany();
});

afterAll(async () => {
  await runEvents().close();
  await producer().close();
  await closeDb();
});

function create(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: "POST", body, headers: { ...host, ...headers }, duplex: "half" };
  return createDoor(new Request(`${here}/api/batches`, init), nowhere);
}

const createJson = (body: object, headers: Record<string, string> = {}) =>
  create(JSON.stringify(body), { "content-type": "application/json", ...headers });

function form(names: string[], fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  for (const name of names) data.append("file", new File([`id;name\n1;${"x".repeat(20_000)}\n`], name));
  return data;
}

async function batchOf(id: string) {
  return Batch.parse(await (await showDoor(ask("GET"), at(id))).json());
}

async function problemOf(response: Response) {
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

async function keepsNothing(work: () => Promise<Response>) {
  const shelf = () => readdir(join(env().DATA_DIR, "files")).catch(() => []);
  const before = await shelf();
  const problem = await problemOf(await work());
  expect(await shelf()).toEqual(before);
  expect(await db().validationRun.count()).toBe(0);
  expect(await db().batch.count()).toBe(0);
  return problem;
}

/** Stores a finding of the run's file and ends the run, as a worker does. */
async function finishWithFinding(runId: string) {
  const claimed = await claimRun({ runId, attempt: 1 });
  const claim = claimed?.claim ?? "";
  await copyFindings({ runId, claim, findings: [kept({ params: { value: "=1+1" } })] });
  await finishRun({ runId, claim, summary: summaryOf([]) });
}

test("a form with several files is one batch, checked as its fields say", async () => {
  const response = await create(
    form(["a.csv", "é.csv", "c.csv"], { delimiter: ";", name: "November", priority: "low" }),
  );
  expect(response.status).toBe(202);
  const { batchId, validationIds } = AddedRuns.parse(await response.json());
  expect(response.headers.get("location")).toBe(`/api/batches/${batchId}`);
  expect(await batchOf(batchId)).toMatchObject({
    name: "November",
    state: "running",
    files: 3,
    expectedFiles: 3,
    priority: "low",
  });
  const { items } = await (await runsDoor(ask("GET"), at(batchId))).json();
  expect(
    BatchRun.array()
      .parse(items)
      .map(({ fileName }) => fileName)
      .sort(),
  ).toEqual(["a.csv", "c.csv", "é.csv"]);
  const run = await db().validationRun.findUniqueOrThrow({ where: { id: validationIds[0] ?? "" } });
  expect(run).toMatchObject({ options: { delimiter: ";" }, priority: 3 });
  expect(BatchesPage.parse(await (await listDoor(ask("GET"), nowhere)).json()).items).toHaveLength(1);
});

test("a form that is cut, has too many files, an unknown field or no file keeps nothing", async () => {
  const whole = await new Response(form(["a.csv", "b.csv"])).arrayBuffer();
  const type = new Response(form([])).headers.get("content-type") ?? "";
  const boundary = new TextDecoder().decode(whole.slice(2, whole.byteLength)).split("\r\n")[0];
  const cut = () =>
    create(whole.slice(0, 30_000), { "content-type": type.replace(/boundary=.*/, `boundary=${boundary}`) });
  expect(await keepsNothing(cut)).toMatchObject({ code: "invalid-input" });
  const many = ["a.csv", "b.csv", "c.csv", "d.csv", "e.csv"];
  expect(await keepsNothing(() => create(form(many)))).toMatchObject({
    code: "too-large",
    detail: "A batch takes at most 4 files.",
  });
  expect(await keepsNothing(() => create(form(["a.csv"], { colour: "red" })))).toMatchObject({
    detail: "Not valid: colour.",
  });
  expect(await keepsNothing(() => create(form(["a.csv"], { ruleset: "none" })))).toMatchObject({
    status: 404,
  });
  expect(await keepsNothing(() => create(form([])))).toMatchObject({ code: "invalid-input" });
});

test("the same request sent again with its key makes no second batch", async () => {
  const key = { "idempotency-key": randomUUID() };
  const first = AddedRuns.parse(await (await create(form(["a.csv", "b.csv"]), key)).json());
  const again = AddedRuns.parse(await (await create(form(["a.csv", "b.csv"]), key)).json());
  expect(again.batchId).toBe(first.batchId);
  expect([...again.validationIds].sort()).toEqual([...first.validationIds].sort());
  expect(await db().validationRun.count()).toBe(2);
  expect(await problemOf(await create(form(["a.csv"]), { "idempotency-key": "1" }))).toMatchObject({
    status: 400,
  });
});

test("a batch is announced, its files come one by one, and it is closed", async () => {
  const made = await createJson({ expectedFiles: 3, options: { delimiter: ";" } });
  const { batchId } = AddedRuns.parse(await made.json());
  const send = (name: string) =>
    filesDoor(
      new Request(`${here}/?fileName=${name}`, { method: "POST", body: "a;b\n1;2\n", headers: host }),
      at(batchId),
    );
  expect((await send("one.csv")).status).toBe(202);
  expect((await send("two.csv")).status).toBe(202);
  expect(await batchOf(batchId)).toMatchObject({ state: "open", files: 2, missing: 1 });
  expect(Batch.parse(await (await closeDoor(ask("POST"), at(batchId))).json())).toMatchObject({
    state: "running",
    missing: 1,
  });
  expect(await problemOf(await send("late.csv"))).toMatchObject({ code: "conflict" });
  expect(await db().storedFile.count({ where: { removedAt: null } })).toBe(2);
});

test("JSON names uploaded files; what cannot be read is refused by its name", async () => {
  const fileIds = [await upload(), await upload()];
  const { validationIds } = AddedRuns.parse(await (await createJson({ fileIds })).json());
  expect(validationIds).toHaveLength(2);
  expect(await problemOf(await createJson({ fileIds: ["x"] }))).toMatchObject({
    detail: "Not valid: fileIds.0.",
  });
  const { detail } = await problemOf(await create("{", { "content-type": "application/json" }));
  expect(detail).toBe("The body is not JSON.");
});

test("the findings of all files come in one table, each with its file, safe for a spreadsheet", async () => {
  const fileIds = [await upload("a\n1\n", "=cmd.csv"), await upload("a\n1\n", "b.csv"), await upload()];
  const { batchId, validationIds } = AddedRuns.parse(await (await createJson({ fileIds })).json());
  for (const runId of validationIds.slice(0, 2)) await finishWithFinding(runId);
  const csv = await findingsDoor(ask("GET", "?lang=fr"), at(batchId));
  expect(csv.headers.get("content-disposition")).toContain(`findings-of-batch-${batchId}.csv`);
  const [head, ...lines] = (await csv.text()).trimEnd().split("\r\n");
  expect(head).toMatch(/^\uFEFF?file,severity,code,row,/);
  expect(lines.map((line) => line.split(",")[0])).toEqual(["'=cmd.csv", "b.csv"]);
  const ndjson = await (await findingsDoor(ask("GET", "?format=ndjson&severity=error"), at(batchId))).text();
  const findings = ndjson
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(findings.map(({ file, runId }) => [file, runId])).toEqual([
    ["=cmd.csv", validationIds[0]],
    ["b.csv", validationIds[1]],
  ]);
  const none = await (await findingsDoor(ask("GET", "?severity=info"), at(batchId))).text();
  expect(none.trimEnd().split("\r\n")).toHaveLength(1);
});

test("events tell the whole batch and its end; who has the end is told to stop", async () => {
  const { batchId, validationIds } = AddedRuns.parse(
    await (await createJson({ fileIds: [await upload()] })).json(),
  );
  const live = await eventsDoor(ask("GET"), at(batchId));
  const text = live.text();
  await finishWithFinding(validationIds[0] ?? "");
  await cancelDoor(ask("POST"), at(batchId));
  await producer().announceBatch({ batchId, ownerId: "local", deleted: false });
  const events = [...(await text).matchAll(/^data: (.*)$/gm)].map(([, data]) =>
    BatchEvent.parse(JSON.parse(data ?? "")),
  );
  expect(events[0]).toMatchObject({ isWhole: true });
  expect(events.at(-1)).toMatchObject({ batch: { state: "finished", errors: 1 } });
  const { revision } = await batchOf(batchId);
  const back = new Request(here, { headers: { ...host, "last-event-id": String(revision) } });
  expect((await eventsDoor(back, at(batchId))).status).toBe(204);
});

test("what cannot be done is said in a problem document", async () => {
  for (const door of [showDoor, runsDoor, eventsDoor, findingsDoor])
    for (const id of ["nonsense", randomUUID()])
      expect(await problemOf(await door(ask("GET"), at(id)))).toMatchObject({ code: "not-found" });
  const { batchId, validationIds } = AddedRuns.parse(
    await (await createJson({ fileIds: [await upload()] })).json(),
  );
  await finishWithFinding(validationIds[0] ?? "");
  expect(await problemOf(await cancelDoor(ask("POST"), at(batchId)))).toMatchObject({ code: "conflict" });
  expect(await problemOf(await retryDoor(ask("POST"), at(batchId)))).toMatchObject({ code: "conflict" });
  expect((await deleteDoor(ask("DELETE"), at(batchId))).status).toBe(204);
  expect((await deleteDoor(ask("DELETE"), at(batchId))).status).toBe(404);
});
