import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { GET as healthDoor } from "@/app/api/health/route";
import { POST as cancelDoor } from "@/app/api/validations/[id]/cancel/route";
import { POST as retryDoor } from "@/app/api/validations/[id]/retry/route";
import { DELETE as deleteDoor, GET as showDoor } from "@/app/api/validations/[id]/route";
import { GET as listDoor, POST as submitDoor } from "@/app/api/validations/route";
import { closeDb, db } from "@/db/client";
import { env } from "@/env";
import { producer } from "@/queue/producer";
import { answerTrpc } from "@/server/answer-trpc";
import { createCaller } from "@/server/app-router";
import { Enqueued, Run } from "@/server/http/bodies";
import { Problem } from "@/server/http/problem";
import { uploadFile } from "@/services/upload-file";

const here = "http://127.0.0.1:3000";
const host = { host: "127.0.0.1:3000" };
const nowhere = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const actor = { ownerId: "local", name: "local" };
const caller = () => createCaller({ actor, headers: new Headers() });

beforeEach(async () => {
  await db().validationRun.deleteMany();
  await db().storedFile.deleteMany();
});

afterAll(async () => {
  await producer().close();
  await closeDb();
});

function submit(body: BodyInit | null, headers: Record<string, string> = {}, query = "") {
  const init = { method: "POST", body, headers: { ...host, ...headers }, duplex: "half" };
  return submitDoor(new Request(`${here}/api/validations${query}`, init), nowhere);
}

function form(name: string, fields: Record<string, string> = {}) {
  const data = new FormData();
  data.set("file", new File(["id;name\n1;a\n"], name));
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  return data;
}

function streamOf(...parts: (string | Error)[]): ReadableStream<Uint8Array> {
  const rest = [...parts];
  return new ReadableStream({
    pull(controller) {
      const part = rest.shift();
      if (part === undefined) controller.close();
      else if (part instanceof Error) controller.error(part);
      else controller.enqueue(new TextEncoder().encode(part));
    },
  });
}

async function shelf(): Promise<string[]> {
  return readdir(join(env().DATA_DIR, "files")).catch(() => []);
}

/** Runs `work` and says that it left neither bytes nor rows behind. */
async function keepsNothing(work: () => Promise<Response>): Promise<Problem> {
  const before = await shelf();
  const response = await work();
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(await shelf()).toEqual(before);
  expect(await db().storedFile.count()).toBe(0);
  expect(await db().validationRun.count()).toBe(0);
  return problem;
}

describe("POST /api/validations", () => {
  it("takes a form, answers 202 with an address, and the run is there, queued", async () => {
    const response = await submit(form("../été 🧾.csv", { delimiter: ";", header: "true" }));
    expect(response.status).toBe(202);
    const { validationId, jobId, status } = Enqueued.parse(await response.json());
    expect(response.headers.get("location")).toBe(`/api/validations/${validationId}`);
    expect({ status, jobId }).toEqual({ status: "queued", jobId: `validation-${validationId}` });
    const shown = await showDoor(new Request(`${here}/`, { headers: host }), at(validationId));
    expect(Run.parse(await shown.json())).toMatchObject({
      fileName: "été 🧾.csv",
      status: "queued",
      fileKept: true,
    });
    expect(await producer().getJobStatus(jobId)).toMatchObject({ data: { validationRunId: validationId } });
  });

  it("takes a raw body with its name in the address or in a header", async () => {
    const first = await submit("a,b\n1,2\n", { "content-type": "text/csv" }, "?fileName=a.csv&keepHours=2");
    expect(first.status).toBe(202);
    const second = await submit(streamOf("a,b\n", "1,2\n"), { "x-file-name": encodeURIComponent("é.csv") });
    expect(second.status).toBe(202);
    const page = await (
      await listDoor(new Request(`${here}/api/validations`, { headers: host }), nowhere)
    ).json();
    expect(page.items.map((run: { fileName: string }) => run.fileName)).toEqual(["é.csv", "a.csv"]);
  });

  it.each([
    ["a field that it does not know", { colour: "red" }, "colour"],
    ["a number that is none", { keepHours: "soon" }, "keepHours"],
  ])("refuses %s by its name, without its value, and keeps nothing", async (_, fields, name) => {
    const { code, status, detail } = await keepsNothing(() => submit(form("a.csv", fields)));
    expect({ code, status }).toEqual({ code: "invalid-input", status: 400 });
    expect(detail).toBe(`Not valid: ${name}.`);
  });

  it("refuses a ruleset that is not there, and keeps nothing", async () => {
    expect(await keepsNothing(() => submit(form("a.csv", { ruleset: "none" })))).toMatchObject({
      status: 404,
    });
  });

  it("refuses what says it is too large before reading it", async () => {
    const headers = { "content-length": String(env().MAX_UPLOAD_BYTES + 1) };
    const untouched = streamOf(new Error("was read"));
    expect(await keepsNothing(() => submit(untouched, headers, "?fileName=a.csv"))).toMatchObject({
      status: 413,
    });
  });

  it.each([
    ["a body that is shorter than announced", streamOf("a,b\n"), { "content-length": "400" }, 400],
    [
      "a form that ends in the middle",
      streamOf('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b'),
      { "content-type": "multipart/form-data; boundary=x" },
      400,
    ],
    [
      "a form without a file",
      streamOf('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'),
      { "content-type": "multipart/form-data; boundary=x" },
      400,
    ],
    ["a form without a boundary", streamOf("x"), { "content-type": "multipart/form-data" }, 400],
    ["a broken connection", streamOf("a,b\n", new Error("reset")), {}, 400],
  ])("keeps nothing of %s", async (_, body, headers, status) => {
    expect(await keepsNothing(() => submit(body, headers, "?fileName=a.csv"))).toMatchObject({ status });
  });
});

describe("a run's life", () => {
  async function uploaded(): Promise<string> {
    const input = { name: "a.csv", body: streamOf("a,b\n1,2\n") };
    const { fileId } = await uploadFile({ ctx: { actor }, input });
    return fileId;
  }

  it("is one run, however often the same work is asked, also at the same moment", async () => {
    const fileId = await uploaded();
    const [first, second] = await Promise.all([
      caller().runs.enqueue({ fileId }),
      caller().runs.enqueue({ fileId }),
    ]);
    expect(second).toEqual(first);
    const other = await caller().runs.enqueue({ fileId, options: { delimiter: ";" } });
    expect(other.validationId).not.toBe(first.validationId);
  });

  it("ends by a cancel, which takes the job and the file, and only once", async () => {
    const fileId = await uploaded();
    const { validationId: id, jobId } = await caller().runs.enqueue({ fileId });
    const cancel = () => cancelDoor(new Request(`${here}/`, { method: "POST", headers: host }), at(id));
    expect(await (await cancel()).json()).toMatchObject({ runId: id, status: "cancelled" });
    expect(await producer().getJobStatus(jobId)).toBeNull();
    expect((await caller().runs.get({ runId: id })).fileKept).toBe(false);
    expect((await cancel()).status).toBe(200);
    const retried = await retryDoor(new Request(`${here}/`, { method: "POST", headers: host }), at(id));
    expect(retried.status).toBe(410);
    await expect(caller().runs.enqueue({ fileId })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });

  it("goes on after a cancel when the file was to be kept", async () => {
    const fileId = await uploaded();
    const { validationId: runId, jobId } = await caller().runs.enqueue({ fileId, keepHours: 1 });
    await caller().runs.cancel({ runId });
    expect(await caller().runs.retry({ runId })).toEqual({ validationId: runId, status: "queued", jobId });
    expect(await producer().getJobStatus(jobId)).not.toBeNull();
    await expect(caller().runs.retry({ runId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("keeps the file of a cancelled run for another that still needs it", async () => {
    const fileId = await uploaded();
    const { validationId: runId } = await caller().runs.enqueue({ fileId });
    await caller().runs.enqueue({ fileId, options: { header: false } });
    await caller().runs.cancel({ runId });
    expect((await caller().runs.get({ runId })).fileKept).toBe(true);
  });

  it("leaves nothing after a delete", async () => {
    const before = await shelf();
    const { validationId: id } = await caller().runs.enqueue({ fileId: await uploaded() });
    const gone = await deleteDoor(new Request(`${here}/`, { method: "DELETE", headers: host }), at(id));
    expect(gone.status).toBe(204);
    expect(await shelf()).toEqual(before);
    const shown = await showDoor(new Request(`${here}/`, { headers: host }), at(id));
    expect(shown.status).toBe(404);
  });

  it("is not another owner's to see or end", async () => {
    const { validationId: runId } = await caller().runs.enqueue({ fileId: await uploaded() });
    const stranger = createCaller({ actor: { ownerId: "stranger", name: "s" }, headers: new Headers() });
    await expect(stranger.runs.get({ runId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(stranger.runs.cancel({ runId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await stranger.runs.list({})).items).toEqual([]);
  });
});

describe("over the wire", () => {
  const call = (path: string, init: RequestInit = {}) =>
    answerTrpc(new Request(`${here}/api/trpc/${path}`, { ...init, headers: { ...host, ...init.headers } }));

  it("names the error by the product's code", async () => {
    const input = encodeURIComponent(JSON.stringify({ runId: crypto.randomUUID() }));
    const response = await call(`runs.get?input=${input}`);
    expect(response.status).toBe(404);
    expect((await response.json()).error.data).toMatchObject({ appCode: "not-found", code: "NOT_FOUND" });
  });

  it("answers 400 to JSON that does not parse and to input that does not fit, without repeating it", async () => {
    const json = { "content-type": "application/json" };
    expect((await call("runs.enqueue", { method: "POST", body: "{", headers: json })).status).toBe(400);
    const response = await call("runs.enqueue", {
      method: "POST",
      body: '{"fileId":"secret"}',
      headers: json,
    });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain("fileId");
    expect(text).not.toContain("secret");
  });

  it("takes a file as an octet stream and lets no foreign host in", async () => {
    const headers = {
      "content-type": "application/octet-stream",
      "x-file-name": "a.csv",
      "content-length": "4",
    };
    const response = await call("files.upload", { method: "POST", body: "a,b\n", headers });
    expect((await response.json()).result.data).toMatchObject({ bytes: 4 });
    expect((await call("runs.list?input={}", { headers: { host: "evil.example" } })).status).toBe(403);
  });

  it("says whether the database and the queue answer", async () => {
    const response = await healthDoor(new Request(`${here}/api/health`, { headers: host }), nowhere);
    expect(await response.json()).toMatchObject({ status: "ok", database: "ok", queue: "ok" });
  });
});
