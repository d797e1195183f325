import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET as boardDoor } from "@/app/admin/queues/[[...path]]/route";
import { db } from "@/db/client";
import { findRun } from "@/db/find-run";
import { env } from "@/env";
import { allQueues } from "@/queue/all-queues";
import { makeWorker } from "@/queue/backend";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { jobProcessor } from "../../worker/process-job";
import { sweepRuns } from "../../worker/sweep-runs";
import { makeRun, owner } from "./make-run";

const patient = { timeout: 10_000, interval: 20 };
const nowhere = { params: Promise.resolve({}) };

function ask(path: string, method = "GET") {
  const headers = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" };
  return boardDoor(new Request(`http://127.0.0.1:3000/admin/queues${path}`, { method, headers }), nowhere);
}

const stateOf = async (runId: string) => (await producer().getJobStatus(jobIdOf(runId)))?.state;

/** What Bull Board shows and may change, on either backend. */
export function describeBoard(): void {
  const closers: (() => Promise<unknown>)[] = [];
  const mayAct = async (yes: boolean) => {
    env().QUEUE_BOARD_ACTIONS = yes;
    // The board is made with its queues.
    await allQueues().close();
  };
  beforeEach(async () => {
    await db().validationRun.deleteMany();
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
    await mayAct(false);
  });
  afterAll(() => producer().close());

  it("shows every queue and a job's run id and file name, loads nothing from elsewhere, and changes nothing", async () => {
    const run = await makeRun();
    await producer().enqueue(run);
    const page = await ask("");
    expect(page.headers.get("content-type")).toContain("text/html");
    const html = await page.text();
    expect(html).not.toMatch(/(href|src)="https?:/);
    const script = /src="(static\/js\/main[^"]+)"/.exec(html)?.[1];
    expect((await ask(`/${script}`)).status).toBe(200);

    const { queues } = await (await ask("/api/queues?activeQueue=validation&status=latest")).json();
    expect(queues.map(({ name }: { name: string }) => name).sort()).toEqual([
      "upkeep",
      "validation",
      "webhooks",
    ]);
    const [job] = queues.find(({ name }: { name: string }) => name === "validation").jobs;
    expect(job.data).toEqual({ validationRunId: run.runId, fileName: run.fileName });

    const refused = await ask(`/api/queues/validation/${jobIdOf(run.runId)}/clean`, "PUT");
    expect(refused.status).toBe(403);
    expect((await ask("/api/queues/validation/pause", "PUT")).status).toBe(403);
    expect(await stateOf(run.runId)).toMatch(/waiting|prioritized/);
    await producer().removeJob(run.runId);
  });

  it("where it may act, a job that it removes is put back by the sweep", async () => {
    await mayAct(true);
    const run = await makeRun();
    await producer().enqueue(run);
    const removed = await ask(`/api/queues/validation/${jobIdOf(run.runId)}/clean`, "PUT");
    expect(removed.status).toBe(204);
    expect(await stateOf(run.runId)).toBeUndefined();
    expect((await findRun({ ownerId: owner, runId: run.runId }))?.status).toBe("queued");
    expect(await sweepRuns(new Date(Date.now() + 61_000))).toBe(1);
    expect(await stateOf(run.runId)).toMatch(/waiting|prioritized/);
    await producer().removeJob(run.runId);
  });

  it("where it may act, a job that it retries after the run has ended changes nothing of the run", async () => {
    await mayAct(true);
    const { runId, fileName } = await makeRun();
    await producer().enqueue({ runId, fileName });
    const process = jobProcessor(new AbortController().signal);
    // The real job function; the run's file is not on the shelf, so the run fails at its first attempt.
    const worker = makeWorker((job, token, signal?: AbortSignal) => process(job, token, signal), {});
    closers.push(() => worker.close());
    await vi.waitFor(async () => expect(await stateOf(runId)).toBe("failed"), patient);
    const before = await findRun({ ownerId: owner, runId });
    expect(before).toMatchObject({ status: "failed", errorCode: "file-gone", attempt: 1 });

    const retried = await ask(`/api/queues/validation/${jobIdOf(runId)}/retry/failed`, "PUT");
    expect(retried.status).toBe(403);
    expect((await ask(`/api/queues/validation/${jobIdOf(runId)}/retry`, "PUT")).ok).toBe(true);
    await vi.waitFor(async () => expect(await stateOf(runId)).toBe("completed"), patient);
    expect(await findRun({ ownerId: owner, runId })).toEqual(before);
  });

  it("refuses what could change a job's data, empty a queue or take a schedule away, even where it may act", async () => {
    await mayAct(true);
    for (const [method, path] of [
      ["PUT", "/api/queues/validation/empty"],
      ["PUT", "/api/queues/validation/obliterate"],
      ["POST", "/api/queues/validation/add"],
      ["PATCH", `/api/queues/validation/${jobIdOf(crypto.randomUUID())}/update-data`],
      ["PUT", "/api/queues/upkeep/job-schedulers/files/remove"],
      ["PUT", "/api/queues/validation/rate-limit"],
    ] as const)
      expect((await ask(path, method)).status, path).toBe(403);
  });
}
