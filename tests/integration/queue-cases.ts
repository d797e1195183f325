import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET as eventsDoor } from "@/app/api/queue/events/route";
import { GET as queueDoor } from "@/app/api/queue/route";
import { beat } from "@/db/beat";
import { cancelRun } from "@/db/cancel-run";
import { claimRun } from "@/db/claim-run";
import { db } from "@/db/client";
import { failRun } from "@/db/fail-run";
import { finishRun } from "@/db/finish-run";
import { allQueues } from "@/queue/all-queues";
import { makeWorker } from "@/queue/backend";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { QueueHistory, QueueState } from "@/server/http/openapi-queue";
import { queueHistory } from "@/services/queue-history";
import { queueState } from "@/services/queue-state";
import { tellChange } from "@/services/tell-change";
import { type QueueEvent, watchQueue } from "@/services/watch-queue";
import { makeRun, owner, stranger, summaryOf } from "./make-run";

const ctx = { actor: { ownerId: owner, name: "tester" } };
const patient = { timeout: 10_000, interval: 20 };
const nowhere = { params: Promise.resolve({}) };

function ask(path: string) {
  const request = new Request(`http://127.0.0.1:3000${path}`, { headers: { host: "127.0.0.1:3000" } });
  return (path.startsWith("/api/queue/events") ? eventsDoor : queueDoor)(request, nowhere);
}

/** What the queue page is told, on either backend. */
export function describeQueuePage(backend: "redis" | "postgres"): void {
  const closers: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    await db().validationRun.deleteMany();
    await db().workerProcess.deleteMany();
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(async () => {
    await runEvents().close();
    await producer().close();
    await allQueues().close();
  });

  /** A worker that claims each run, holds it until it is let go, then completes it. */
  async function holdingWorker(id: string) {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const worker = makeWorker(
      async ({ data }) => {
        const runId: string = data.validationRunId;
        const claimed = await claimRun({ runId, attempt: 1 });
        await tellChange({ runId, ownerId: owner, batchId: null, status: "processing" });
        await held;
        if (claimed) await finishRun({ runId, claim: claimed.claim, summary: summaryOf([]) });
        await tellChange({ runId, ownerId: owner, batchId: null, status: "processing" });
      },
      { name: id, concurrency: 1 },
    );
    closers.push(() => worker.close());
    closers.push(async () => letGo());
    return () => letGo();
  }

  it("follows runs as they wait, are at work and end, and says what each worker holds", async () => {
    const workerId = randomUUID();
    const leaving = new AbortController();
    closers.push(async () => leaving.abort());
    const events: QueueEvent[] = [];
    const reading = (async () => {
      const source = watchQueue({ ctx: { ...ctx, signal: leaving.signal }, input: { range: "hour" } });
      for await (const event of source) events.push(event);
    })();
    const state = () => events.flatMap((event) => (event.kind === "state" ? event.state : [])).at(-1);
    const history = () => events.flatMap((event) => (event.kind === "history" ? event.history : [])).at(-1);

    await vi.waitFor(() => expect(state()).toMatchObject({ backend, verdict: "no-worker" }), patient);
    expect(history()?.totals.ended).toBe(0);

    const runs = [await makeRun(owner, "high"), await makeRun(owner, "normal"), await makeRun(stranger)];
    for (const run of runs) {
      await producer().enqueue(run);
      await tellChange(run);
    }
    await vi.waitFor(
      () =>
        expect(state()).toMatchObject({
          verdict: "no-worker",
          waiting: { high: 1, normal: 1, low: 0, total: 2, retrying: 0 },
          active: 0,
          queues: [{ name: "validation", waiting: 3 }, { name: "webhooks" }, { name: "upkeep" }],
        }),
      patient,
    );

    await beat({ id: workerId, host: "north" });
    const letGo = await holdingWorker(workerId);
    const first = runs[0];
    await vi.waitFor(
      () =>
        expect(state()).toMatchObject({
          verdict: "moving",
          waiting: { total: 1 },
          active: 1,
          running: [{ runId: first?.runId, fileName: "claims.csv", attempt: 1 }],
          workers: [
            { id: workerId, host: "north", isAlive: true, active: 1, runs: [{ runId: first?.runId }] },
          ],
        }),
      patient,
    );
    letGo();
    await vi.waitFor(() => {
      expect(state()).toMatchObject({ verdict: "idle", waiting: { total: 0 }, active: 0, running: [] });
      expect(history()?.totals).toMatchObject({ ended: 2, failures: { worker: 0 } });
    }, patient);
    expect(history()?.points.at(-1)?.run?.p99 ?? history()?.points.at(-2)?.run?.p99).toBeGreaterThanOrEqual(
      0,
    );
    leaving.abort();
    await reading;
  });

  it("says when the queue is paused, and that a run waits with nobody at it though a worker lives", async () => {
    await beat({ id: randomUUID(), host: "north" });
    const { runId } = await makeRun();
    await db().validationRun.update({
      where: { id: runId },
      data: { queuedAt: new Date(Date.now() - 120_000) },
    });
    expect((await queueState({ ctx })).verdict).toBe("stuck");
    const { validation } = await allQueues().open();
    await validation.pause();
    expect((await queueState({ ctx })).verdict).toBe("paused");
    await validation.resume();
  });

  it("takes the history from the runs' own times, of the owner alone", async () => {
    const now = new Date("2026-03-01T10:30:00.000Z");
    const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 2, 1, 10, minute, second));
    const end = async (
      times: { queuedAt: Date; startedAt: Date | null; finishedAt: Date | null },
      ended: Partial<{
        status: "completed" | "failed" | "cancelled";
        errorCode: string;
        ownerId: string;
      }> = {},
    ) => {
      const { ownerId = owner, ...data } = ended;
      const { runId } = await makeRun(ownerId);
      await db().validationRun.update({
        where: { id: runId },
        data: { ...times, status: "completed", rows: 30n, createdAt: times.queuedAt, ...data },
      });
    };
    await end({ queuedAt: at(10), startedAt: at(10, 30), finishedAt: at(11, 30) });
    await end(
      { queuedAt: at(10), startedAt: at(11), finishedAt: at(11, 40) },
      { status: "failed", errorCode: "file-gone" },
    );
    await end({ queuedAt: at(12), startedAt: null, finishedAt: at(13, 15) }, { status: "cancelled" });
    await end({ queuedAt: at(10), startedAt: at(10), finishedAt: at(11) }, { ownerId: stranger });
    // Before the window, and still at work since long before it.
    await end({ queuedAt: new Date(0), startedAt: new Date(1), finishedAt: new Date(2) });
    const { runId } = await makeRun();
    await db().validationRun.update({
      where: { id: runId },
      data: { status: "processing", queuedAt: new Date(0), startedAt: new Date(1000) },
    });

    const { points, totals } = await queueHistory({ ctx, input: { range: "hour" } }, now);
    const point = (minute: number) => points.find((each) => each.at === at(minute).toISOString());
    expect(point(10)).toMatchObject({ waiting: 1.5, active: 1.5, runsPerMinute: 0, wait: { p50: 30 } });
    expect(point(11)).toMatchObject({
      ...{ waiting: 0, active: 1 + 0.5 + 0.667, runsPerMinute: 2, rowsPerMinute: 60 },
      failures: { file: 1, queue: 0, database: 0, storage: 0, worker: 0 },
      wait: { p50: 60, p95: 60, p99: 60 },
      run: { p50: 50, p95: 59, p99: 59.8 },
    });
    expect(point(12)).toMatchObject({ waiting: 1, active: 1, run: null });
    expect(point(13)).toMatchObject({ waiting: 0.25, runsPerMinute: 0 });
    expect(totals).toMatchObject({ ended: 2, wait: { p50: 45 }, failures: { file: 1 } });
  });

  it("a run that waits again after an attempt waits, and is not at work", async () => {
    const { runId } = await makeRun();
    const claimed = await claimRun({ runId, attempt: 1 });
    await failRun({ runId, claim: claimed?.claim ?? "", errorCode: "internal", errorMessage: "x" });
    await db().validationRun.update({
      where: { id: runId },
      data: { status: "queued", finishedAt: null, queuedAt: new Date() },
    });
    const state = await queueState({ ctx });
    expect(state).toMatchObject({ waiting: { total: 1, retrying: 1 }, active: 0 });
    await cancelRun({ ownerId: owner, runId });
    const { points } = await queueHistory({ ctx, input: { range: "hour" } }, new Date(Date.now() + 60_000));
    expect(points.at(-1)).toMatchObject({ waiting: 0, active: 0 });
  });

  it("answers over plain HTTP as the document says, and refuses another range", async () => {
    await makeRun();
    const answer = await ask("/api/queue?range=week");
    expect(answer.status).toBe(200);
    const body = await answer.json();
    expect(QueueState.parse(body.state)).toEqual(body.state);
    expect(QueueHistory.parse(body.history)).toEqual(body.history);
    expect(body).toMatchObject({ state: { waiting: { total: 1 } }, history: { range: "week" } });
    expect((await ask("/api/queue?range=year")).status).toBe(400);

    const stream = await ask("/api/queue/events");
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!/"kind":"state"[\s\S]*\n\n/.test(text)) text += (await reader?.read())?.value ?? "";
    expect(text).toMatch(/^id: .+\ndata: \{"kind":/);
    await reader?.cancel();
  });
}
