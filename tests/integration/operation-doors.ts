import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, it } from "vitest";
import { GET as liveDoor } from "@/app/api/health/live/route";
import { GET as readyDoor } from "@/app/api/health/ready/route";
import { GET as metricsDoor } from "@/app/api/metrics/route";
import { beat } from "@/db/beat";
import { db } from "@/db/client";
import { env } from "@/env";
import { errorCategories } from "@/errors";
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
    expect(value('facnet_queued_runs{priority="normal"}')).toBe(1);
    expect(value('facnet_queued_runs{priority="high"}')).toBe(0);
    expect(value('facnet_oldest_queued_run_seconds{priority="low"}')).toBe(0);
    expect(value("facnet_disk_free_bytes")).toBeGreaterThan(0);
    expect(value("facnet_webhook_deliveries_pending")).toBe(0);
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

  it("counts what a run waited for its first attempt by priority, and why it failed by category", async () => {
    const waited = 'facnet_run_wait_seconds_sum{priority="high"}';
    const failures = 'facnet_run_failures_total{category="database"}';
    const before = await scrape();
    const finishedAt = new Date();
    const startedAt = new Date(finishedAt.getTime() - 1000);
    const ended = { startedAt, finishedAt, queuedAt: new Date(startedAt.getTime() - 7000) };
    const first = await makeRun("local", "high");
    await db().validationRun.update({
      where: { id: first.runId },
      data: { ...ended, attempt: 1, status: "completed" },
    });
    const last = await makeRun("local", "high");
    await db().validationRun.update({
      where: { id: last.runId },
      data: { ...ended, attempt: 3, status: "failed", errorCode: "database" },
    });
    const { value } = await scrape();
    expect(value(waited)).toBe((before.value(waited) ?? 0) + 7);
    expect(value(failures)).toBe((before.value(failures) ?? 0) + 1);
    expect(value('facnet_run_failures_total{category="queue"}')).toBe(0);
  });

  it("names every metric as Prometheus wants it, with labels of closed lists alone", async () => {
    await makeRun();
    const { text } = await scrape();
    const kinds = new Map(
      [...text.matchAll(/^# TYPE (facnet_\w+) (\w+)$/gm)].map(([, name, kind]) => [name, kind]),
    );
    expect(kinds.size).toBeGreaterThan(10);
    for (const [name = "", kind] of kinds) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S+`, "m"));
      expect(name.endsWith("_total"), name).toBe(kind === "counter");
      if (kind === "histogram") expect(name).toMatch(/_seconds$/);
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|mb|kb|percent)(_|$)/);
    }
    const closed: Record<string, RegExp> = {
      part: /^(database|queue|disk)$/,
      status: /^(queued|processing|completed|failed|cancelled)$/,
      state: /^(waiting|active|delayed|completed|failed)$/,
      priority: /^(high|normal|low)$/,
      category: new RegExp(`^(${errorCategories.join("|")})$`),
      le: /^(\+Inf|[\d.]+)$/,
    };
    for (const [, labels = ""] of text.matchAll(/^facnet_\w+\{(.*)\} /gm))
      for (const [, label = "", value = ""] of labels.matchAll(/(\w+)="([^"]*)"/g))
        expect(value, label).toMatch(closed[label] ?? /^(?!)/);
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
