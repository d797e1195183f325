import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it } from "vitest";
import { GET as eventsDoor } from "@/app/api/validations/[id]/events/route";
import { GET as findingsDoor } from "@/app/api/validations/[id]/findings/route";
import type { FileReport, KeptFinding, ValidationSummary } from "@/core/validate-file";
import { advanceRun } from "@/db/advance-run";
import { claimRun } from "@/db/claim-run";
import { closeDb, db } from "@/db/client";
import { copyFindings } from "@/db/copy-findings";
import { finishRun } from "@/db/finish-run";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { answerTrpc } from "@/server/answer-trpc";
import { WatchEvent } from "@/server/http/bodies";
import { cancelRun } from "@/services/cancel-run";
import { deleteRun } from "@/services/delete-run";
import { enqueueRun } from "@/services/enqueue-run";
import { streamStop } from "@/services/stream-stop";
import { uploadFile } from "@/services/upload-file";
import { watchRun } from "@/services/watch-run";
import { watchRuns } from "@/services/watch-runs";
import type { Snapshot } from "@/snapshot";

const here = "http://127.0.0.1:3000";
const host = { host: "127.0.0.1:3000" };
const ctx = { actor: { ownerId: "local", name: "local" } };
const at = (id: string) => ({ params: Promise.resolve({ id }) });

beforeEach(async () => {
  await db().validationRun.deleteMany();
  await db().storedFile.deleteMany();
});

afterAll(async () => {
  await runEvents().close();
  await producer().close();
  await closeDb();
});

async function queuedRun(): Promise<string> {
  const body = new Blob(["a,b\n1,2\n"]).stream();
  const { fileId } = await uploadFile({ ctx, input: { name: "a.csv", body } });
  return (await enqueueRun({ ctx, input: { fileId } })).validationId;
}

const finding = (row: number): KeptFinding => ({
  finding: {
    code: "blank-row",
    severity: "error",
    row,
    line: row,
    byte: 0,
    column: null,
    field: null,
    params: {},
  },
  cells: ["=1+1", "x"],
});

const report: FileReport = {
  encoding: "utf-8",
  encodingReason: "ascii",
  badByte: null,
  delimiter: ",",
  quote: '"',
  lineEnding: "\n",
  header: true,
  titleLines: 0,
  rowsRefused: 0,
  records: 1,
  columns: [],
  notRun: [],
};

/** Does to the row and the bell what a worker's attempt does. */
async function attempt(runId: string, number = 1) {
  const claimed = await claimRun({ runId, attempt: number });
  if (!claimed) throw new Error("not claimed");
  const { claim } = claimed;
  const ring = async (snapshot: Snapshot | null) => {
    if (!snapshot) throw new Error("claim lost");
    await producer().ring(snapshot);
    return snapshot;
  };
  const counters = {
    rows: 1,
    errorRows: 1,
    counts: { error: 2, warning: 0, info: 0 },
    codes: { "blank-row": 2 },
  };
  return {
    async findings(...rows: number[]) {
      await copyFindings({ runId, claim, findings: rows.map(finding) });
    },
    advance: async (progress: number, kept: number) =>
      ring(await advanceRun({ ...counters, runId, claim, stage: "parse", progress, bytesRead: 4, kept })),
    async finish() {
      const totals: ValidationSummary["totals"] = [
        { code: "blank-row", severity: "error", column: 0, field: "", count: 2 },
      ];
      return ring(
        await finishRun({ runId, claim, summary: { ...counters, kept: 2, totals, rowsOfCodes: [], report } }),
      );
    },
  };
}

async function next<T>(stream: AsyncGenerator<T, void>): Promise<T> {
  const step = await stream.next();
  if (step.done) throw new Error("the stream ended");
  return step.value;
}

/** Reads on until an event is as wanted, since the queue's own events may bring more. */
async function until<T>(stream: AsyncGenerator<T, void>, wanted: (event: T) => boolean): Promise<T> {
  for (;;) {
    const event = await next(stream);
    if (wanted(event)) return event;
  }
}

it("shows a run from its place in the queue to its end, and then ends", async () => {
  const [first, runId] = [await queuedRun(), await queuedRun()];
  const stream = watchRun({ ctx, input: { runId } });
  expect(await next(stream)).toMatchObject({
    snapshot: { status: "queued" },
    position: 2,
    workers: 0,
    findings: [],
  });
  await cancelRun({ ctx, input: { runId: first } });
  expect(await until(stream, (event) => event.position === 1)).toMatchObject({
    snapshot: { status: "queued" },
  });

  const worker = await attempt(runId);
  await worker.findings(2);
  await worker.advance(30, 1);
  const running = await until(stream, ({ snapshot }) => snapshot.progress === 30);
  expect(running).toMatchObject({ position: null, findings: [{ code: "blank-row", row: 2 }] });
  await worker.findings(3);
  await worker.finish();
  const last = await until(stream, ({ snapshot }) => snapshot.status === "completed");
  expect(last).toMatchObject({
    findings: [{ row: 3 }],
    totals: [{ count: 2 }],
    report: { records: 1 },
    fileKept: true,
  });
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

it("never tells a revision twice or an older one after a newer", async () => {
  const runId = await queuedRun();
  const stream = watchRun({ ctx, input: { runId } });
  await next(stream);
  const worker = await attempt(runId);
  const seen: number[] = [];
  for (const progress of [10, 20, 30, 40]) await worker.advance(progress, 0);
  await worker.finish();
  for await (const { snapshot } of stream) seen.push(snapshot.revision);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
});

it("goes on between attempts and sends the new attempt's findings from the start", async () => {
  const runId = await queuedRun();
  const stream = watchRun({ ctx, input: { runId } });
  await next(stream);
  const lost = await attempt(runId, 1);
  await lost.findings(2);
  await lost.advance(30, 1);
  await until(stream, ({ findings }) => findings.length === 1);
  const second = await attempt(runId, 2);
  await second.findings(7);
  await second.advance(10, 1);
  const event = await until(stream, ({ findings }) => findings.length > 0);
  expect(event).toMatchObject({ snapshot: { attempt: 2 }, findings: [{ row: 7 }] });
  await stream.return();
});

it("resumes after the revision that the reader has", async () => {
  const runId = await queuedRun();
  const worker = await attempt(runId);
  const { revision } = await worker.advance(20, 0);
  const stream = watchRun({ ctx, input: { runId, lastEventId: String(revision) } });
  const event = next(stream);
  await worker.advance(60, 0);
  expect((await event).snapshot).toMatchObject({ progress: 60 });
  await stream.return();
});

it("ends when the reader leaves and when the run is deleted", async () => {
  const runId = await queuedRun();
  const left = new AbortController();
  const stream = watchRun({ ctx: { ...ctx, signal: left.signal }, input: { runId } });
  await next(stream);
  const end = stream.next();
  left.abort();
  expect((await end).done).toBe(true);

  const other = watchRun({ ctx, input: { runId } });
  await next(other);
  const gone = until(other, () => false);
  await Promise.all([
    expect(gone).rejects.toMatchObject({ code: "not-found" }),
    deleteRun({ ctx, input: { runId } }),
  ]);
});

it("is a stream of server-sent events with the revision as id, and 204 once all was told", async () => {
  const runId = await queuedRun();
  const worker = await attempt(runId);
  const { revision } = await worker.finish();
  const ask = (headers: Record<string, string> = {}) =>
    eventsDoor(new Request(`${here}/`, { headers: { ...host, ...headers } }), at(runId));
  const response = await ask();
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const [id, data] = (await response.text()).trim().split("\n");
  expect(id).toBe(`id: ${revision}`);
  expect(WatchEvent.parse(JSON.parse(data?.slice("data: ".length) ?? ""))).toMatchObject({ position: null });
  expect((await ask({ "last-event-id": String(revision) })).status).toBe(204);
  expect((await eventsDoor(new Request(`${here}/`, { headers: host }), at(randomUUID()))).status).toBe(404);
});

it("gives findings as JSON pages, as NDJSON and as CSV that no spreadsheet runs", async () => {
  const runId = await queuedRun();
  const worker = await attempt(runId);
  await worker.findings(2, 3);
  await worker.finish();
  const ask = (query: string) => findingsDoor(new Request(`${here}/?${query}`, { headers: host }), at(runId));
  const page = await (await ask("limit=1&lang=fr")).json();
  expect(page.items).toMatchObject([{ row: 2, code: "blank-row" }]);
  const rest = await (await ask(`limit=1&cursor=${page.nextCursor}`)).json();
  expect(rest).toMatchObject({ items: [{ row: 3 }], nextCursor: null });
  expect((await (await ask("format=ndjson")).text()).trim().split("\n")).toHaveLength(2);
  const csv = await (await ask("format=csv&row=3")).text();
  expect(csv.split("\r\n")[0]).toBe(
    "severity,code,row,line,column,field,title,message,remedy,impact,affectedRows",
  );
  expect(csv.split("\r\n")).toHaveLength(3);
  expect((await ask("format=pdf")).status).toBe(400);
  expect((await ask("cursor=x")).status).toBe(400);
});

it("shows all of an owner's runs, the new ones and the deleted ones", async () => {
  const runId = await queuedRun();
  const stream = watchRuns({ ctx, input: { limit: 50 } });
  expect(await next(stream)).toMatchObject({ kind: "page", runs: [{ runId }], workers: 0 });
  const added = await queuedRun();
  await until(stream, (event) => event.kind === "run" && event.run.runId === added);
  const worker = await attempt(added);
  await worker.advance(30, 0);
  // A look at the row, asked by an earlier event, may bring the same revision as a whole run.
  await until(
    stream,
    (event) =>
      (event.kind === "snapshot" && event.snapshot.progress === 30) ||
      (event.kind === "run" && event.run.progress === 30),
  );
  await worker.finish();
  await until(stream, (event) => event.kind === "run" && event.run.status === "completed");
  await deleteRun({ ctx, input: { runId } });
  await until(stream, (event) => event.kind === "deleted" && event.runId === runId);
  await stream.return();
});

it("ends a tRPC subscription with an error that makes the client come back, when the server stops", async () => {
  const runId = await queuedRun();
  const input = encodeURIComponent(JSON.stringify({ runId }));
  const response = await answerTrpc(
    new Request(`${here}/api/trpc/runs.watch?input=${input}`, { headers: host }),
  );
  const text = response.text();
  streamStop().abort(); // the last test: nothing in this process streams after it
  expect(await text).toMatch(
    /event: serialized-error\ndata: .*"code":"SERVICE_UNAVAILABLE".*"appCode":"unavailable"/,
  );
});
