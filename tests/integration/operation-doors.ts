import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it } from "vitest";
import { GET as liveDoor } from "@/app/api/health/live/route";
import { GET as readyDoor } from "@/app/api/health/ready/route";
import { GET as metricsDoor } from "@/app/api/metrics/route";
import { beat } from "@/db/beat";
import { db } from "@/db/client";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { uploadFile } from "@/services/upload-file";
import { watchRun } from "@/services/watch-run";
import { makeRun } from "./make-run";

const ctx = { actor: { ownerId: "local", name: "local" } };
const nowhere = { params: Promise.resolve({}) };
type Door = (request: Request, route: typeof nowhere) => Promise<Response>;

function ask(door: Door, headers: Record<string, string> = {}) {
  return door(
    new Request("http://127.0.0.1:3000/api", { headers: { host: "127.0.0.1:3000", ...headers } }),
    nowhere,
  );
}

async function scrape() {
  const text = await (await ask(metricsDoor)).text();
  const value = (series: string) => {
    const line = text.split("\n").find((candidate) => candidate.startsWith(`${series} `));
    return line === undefined ? null : Number(line.slice(series.length + 1));
  };
  return { text, value };
}

/** What the doors for operators must answer on either backend. */
export function describeOperationDoors(): void {
  beforeEach(async () => {
    await db().validationRun.deleteMany();
    await db().workerProcess.deleteMany();
  });
  afterAll(async () => {
    await runEvents().close();
    await producer().close();
  });

  it("is live by itself, and ready when a worker has been heard and the disk has room", async () => {
    expect((await ask(liveDoor)).status).toBe(200);
    const alone = await ask(readyDoor);
    expect(alone.status).toBe(503);
    expect(await alone.json()).toEqual({ status: "not-ready", notReady: ["workers"] });

    await beat({ id: randomUUID(), host: "north" });
    const answer = await ask(readyDoor);
    expect(await answer.json()).toEqual({ status: "ready", notReady: [] });
    expect(answer.status).toBe(200);

    const settings = env();
    const usual = settings.MIN_FREE_DISK_MB;
    settings.MIN_FREE_DISK_MB = Number.MAX_SAFE_INTEGER;
    const full = await ask(readyDoor);
    settings.MIN_FREE_DISK_MB = usual;
    expect(full.status).toBe(503);
    expect(await full.json()).toEqual({ status: "not-ready", notReady: ["disk"] });
  });

  it("counts runs by status, jobs by state and living workers, and names no file", async () => {
    await beat({ id: randomUUID(), host: "north" });
    const run = await makeRun();
    await producer().enqueue(run);
    const { text, value } = await scrape();
    expect(value('facnet_up{part="database"}')).toBe(1);
    expect(value('facnet_up{part="queue"}')).toBe(1);
    expect(value('facnet_runs{status="queued"}')).toBe(1);
    expect(value('facnet_runs{status="failed"}')).toBe(0);
    expect(value('facnet_queue_jobs{state="waiting"}')).toBe(1);
    expect(value("facnet_workers")).toBe(1);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(0);
    for (const secret of [run.fileName, run.runId, "local", "north"]) expect(text).not.toContain(secret);
    await producer().removeJob(run.runId);
  });

  it("counts each run's seconds once, however often it is asked", async () => {
    const { runId } = await makeRun();
    const before = (await scrape()).value('facnet_run_seconds_count{status="completed"}') ?? 0;
    const finishedAt = new Date();
    const startedAt = new Date(finishedAt.getTime() - 4000);
    await db().validationRun.update({
      where: { id: runId },
      data: { status: "completed", startedAt, finishedAt },
    });
    await scrape();
    const { value } = await scrape();
    expect(value('facnet_run_seconds_count{status="completed"}')).toBe(before + 1);
    expect(value('facnet_run_seconds_bucket{le="2.5",status="completed"}')).toBe(before);
    expect(value('facnet_run_seconds_bucket{le="5",status="completed"}')).toBe(before + 1);
  });

  it("counts the bytes of uploads and the streams that are open", async () => {
    const bytes = (await scrape()).value("facnet_upload_bytes_total") ?? 0;
    await uploadFile({ ctx, input: { name: "a.csv", body: new Blob(["id\n12345\n"]).stream() } });
    expect((await scrape()).value("facnet_upload_bytes_total")).toBe(bytes + 9);

    const { runId } = await makeRun();
    const stream = watchRun({ ctx, input: { runId } });
    await stream.next();
    expect((await scrape()).value("facnet_event_streams")).toBe(1);
    await stream.return();
    expect((await scrape()).value("facnet_event_streams")).toBe(0);
  });

  it("asks for the access token before it tells metrics, and not before health", async () => {
    const settings = env();
    settings.ACCESS_TOKEN = "a-token-of-sixteen-and-more";
    try {
      expect((await ask(metricsDoor)).status).toBe(401);
      const known = await ask(metricsDoor, { authorization: "Bearer a-token-of-sixteen-and-more" });
      expect(known.status).toBe(200);
      expect(known.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
      expect((await ask(liveDoor)).status).toBe(200);
      expect((await ask(metricsDoor, { host: "evil.example" })).status).toBe(403);
    } finally {
      settings.ACCESS_TOKEN = undefined;
    }
  });
}
