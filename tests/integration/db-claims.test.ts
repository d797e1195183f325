import { from as copyFrom } from "pg-copy-streams";
import { describe, expect, it, vi } from "vitest";
import { addLog } from "@/db/add-log";
import { advanceRun } from "@/db/advance-run";
import { cancelRun } from "@/db/cancel-run";
import { type ClaimedRun, claimRun } from "@/db/claim-run";
import { pool } from "@/db/client";
import { copyFindings } from "@/db/copy-findings";
import { deleteRun } from "@/db/delete-run";
import { endSilentSessions } from "@/db/end-silent-sessions";
import { failRun } from "@/db/fail-run";
import { findRun } from "@/db/find-run";
import { finishRun } from "@/db/finish-run";
import { listFindings } from "@/db/list-findings";
import { listLogs } from "@/db/list-logs";
import { listTotals } from "@/db/list-totals";
import { queuePosition } from "@/db/queue-position";
import { readSnapshot } from "@/db/read-snapshot";
import { releaseRun } from "@/db/release-run";
import { requeueRun } from "@/db/requeue-run";
import { Snapshot } from "@/snapshot";
import { kept, makeRun, owner, stranger, summaryOf } from "./make-run";

const total = { code: "type-error", severity: "error", column: 1, field: "age", count: 1 } as const;

async function claimed(attempt = 1): Promise<ClaimedRun> {
  const run = await makeRun();
  return claimAgain(run.runId, attempt);
}

async function claimAgain(runId: string, attempt: number): Promise<ClaimedRun> {
  const claim = await claimRun({ runId, attempt });
  if (!claim) throw new Error("the run was not claimed");
  return claim;
}

const step = { stage: "parse", progress: 12.5, bytesRead: 250, rows: 3, errorRows: 1, kept: 1 } as const;
const counters = { counts: { error: 1, warning: 0, info: 0 }, codes: { "type-error": 1 } };
const advance = ({ run, claim }: ClaimedRun) => advanceRun({ runId: run.runId, claim, ...step, ...counters });

describe("a claim", () => {
  it("turns a queued run into a processing one at the next revision", async () => {
    const run = await makeRun();
    const { run: taken, file } = await claimAgain(run.runId, 1);
    expect(taken).toMatchObject({
      status: "processing",
      stage: "parse",
      attempt: 1,
      revision: run.revision + 1,
    });
    expect(file).toMatchObject({ name: "claims.csv", bytes: 1000 });
  });

  it("is refused for a run that is final or unknown", async () => {
    const { runId } = await makeRun();
    await cancelRun({ ownerId: owner, runId });
    expect(await claimRun({ runId, attempt: 1 })).toBeNull();
    expect(await claimRun({ runId: crypto.randomUUID(), attempt: 1 })).toBeNull();
  });

  it("ends the claim before it: none of that attempt's writes go through", async () => {
    const first = await claimed();
    const { runId } = first.run;
    const second = await claimAgain(runId, 2);
    const before = await readSnapshot(runId);
    expect(await advance(first)).toBeNull();
    expect(await copyFindings({ runId, claim: first.claim, findings: [kept()] })).toBe(false);
    expect(await finishRun({ runId, claim: first.claim, summary: summaryOf([total]) })).toBeNull();
    expect(await releaseRun({ runId, claim: first.claim, errorCode: "internal" })).toBeNull();
    const failure = { runId, errorCode: "internal", errorMessage: "x" };
    expect(await failRun({ ...failure, claim: first.claim })).toBeNull();
    expect(await readSnapshot(runId)).toEqual(before);
    expect(await listTotals({ ownerId: owner, runId })).toEqual([]);
    expect((await listFindings({ ownerId: owner, runId, limit: 10 })).items).toEqual([]);
    expect(await advance(second)).not.toBeNull();
  });

  it("is held by exactly one of many that ask at once", async () => {
    const { runId } = await makeRun();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimAgain(runId, 1)));
    const answers = await Promise.all(claims.map(advance));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(new Set(claims.map(({ run }) => run.revision)).size).toBe(8);
  });

  it("wipes what the attempt before stored, and counts from zero", async () => {
    const first = await claimed();
    const { runId } = first.run;
    await copyFindings({ runId, claim: first.claim, findings: [kept(), kept({ row: 3 })] });
    await advance(first);
    const second = await claimAgain(runId, 2);
    expect(second.run).toMatchObject({ rows: 0, kept: 0, codes: {}, progress: 0, bytesRead: 0 });
    expect(second.run.counts).toEqual({ error: 0, warning: 0, info: 0 });
    await copyFindings({ runId, claim: second.claim, findings: [kept()] });
    const { items } = await listFindings({ ownerId: owner, runId, limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]?.cells).toEqual(["abc", "x"]);
  });
});

describe("progress", () => {
  it("raises the revision by one, and the snapshot that it gives is the row", async () => {
    const claim = await claimed();
    const snapshot = await advance(claim);
    expect(snapshot).toMatchObject({ ...step, ...counters, revision: claim.run.revision + 1 });
    expect(Snapshot.parse(await readSnapshot(claim.run.runId))).toEqual(snapshot);
  });

  it("meets a cancel in mid-run as a lost claim", async () => {
    const claim = await claimed();
    const { runId } = claim.run;
    expect(await cancelRun({ ownerId: owner, runId })).toMatchObject({ status: "cancelled" });
    expect(await advance(claim)).toBeNull();
    expect(await copyFindings({ runId, claim: claim.claim, findings: [kept()] })).toBe(false);
    expect(await readSnapshot(runId)).toMatchObject({ status: "cancelled" });
  });

  it("meets a deleted run as a lost claim", async () => {
    const claim = await claimed();
    const { runId, fileId } = claim.run;
    await copyFindings({ runId, claim: claim.claim, findings: [kept()] });
    expect(await deleteRun({ ownerId: owner, runId })).toEqual({ fileId });
    expect(await advance(claim)).toBeNull();
    expect(await copyFindings({ runId, claim: claim.claim, findings: [kept()] })).toBe(false);
  });
});

describe("the end of a run", () => {
  it("stores totals, report and status together", async () => {
    const { run, claim } = await claimed();
    const { runId } = run;
    const final = await finishRun({ runId, claim, summary: summaryOf([total]) });
    expect(final).toMatchObject({ status: "completed", progress: 100, bytesRead: 1000, rows: 10 });
    expect(final?.finishedAt).not.toBeNull();
    expect(await listTotals({ ownerId: owner, runId })).toEqual([{ ...total, impact: null }]);
    expect((await findRun({ ownerId: owner, runId }))?.report).toMatchObject({ encoding: "utf-8" });
  });

  it("cannot be changed by a later cancel or failure", async () => {
    const { run, claim } = await claimed();
    const { runId } = run;
    await finishRun({ runId, claim, summary: summaryOf([]) });
    expect(await cancelRun({ ownerId: owner, runId })).toBeNull();
    expect(await failRun({ runId, errorCode: "internal", errorMessage: "x" })).toBeNull();
    expect(await requeueRun({ ownerId: owner, runId })).toBeNull();
    expect(await readSnapshot(runId)).toMatchObject({ status: "completed" });
  });

  it("is not the end between two attempts: the run is queued again", async () => {
    const { run, claim } = await claimed();
    const { runId } = run;
    const released = await releaseRun({ runId, claim, errorCode: "internal" });
    expect(released).toMatchObject({ status: "queued", errorCode: "internal", finishedAt: null });
    expect((await claimAgain(runId, 2)).run).toMatchObject({ attempt: 2, errorCode: "internal" });
  });

  it("is undone by a retry, which waits at the end of the queue with nothing of its past", async () => {
    const { run, claim } = await claimed();
    const { runId } = run;
    await copyFindings({ runId, claim, findings: [kept()] });
    await failRun({ runId, claim, errorCode: "internal", errorMessage: "x" });
    await makeRun();
    const again = await requeueRun({ ownerId: owner, runId });
    expect(again).toMatchObject({ status: "queued", attempt: 0, errorCode: null, kept: 0 });
    expect((await listFindings({ ownerId: owner, runId, limit: 10 })).items).toEqual([]);
    const later = await makeRun();
    const [mine, next] = await Promise.all([queuePosition(runId), queuePosition(later.runId)]);
    expect(next).toBe((mine ?? 0) + 1);
  });
});

describe("owners", () => {
  it("cannot see or touch each other's runs", async () => {
    const { run, claim } = await claimed();
    const { runId } = run;
    await copyFindings({ runId, claim, findings: [kept()] });
    await addLog({ runId, level: "info", source: "worker", message: "started" });
    const theirs = { ownerId: stranger, runId };
    expect(await findRun(theirs)).toBeNull();
    expect(await cancelRun(theirs)).toBeNull();
    expect(await requeueRun(theirs)).toBeNull();
    expect(await deleteRun(theirs)).toBeNull();
    expect((await listFindings({ ...theirs, limit: 10 })).items).toEqual([]);
    expect(await listLogs(theirs)).toEqual([]);
    expect(await listLogs({ ownerId: owner, runId })).toMatchObject([{ message: "started", metadata: {} }]);
    await finishRun({ runId, claim, summary: summaryOf([total]) });
    expect(await listTotals(theirs)).toEqual([]);
  });
});

it("a log line for a run that is gone is dropped", async () => {
  const runId = crypto.randomUUID();
  await addLog({ runId, level: "info", source: "worker", message: "late" });
  expect(await listLogs({ ownerId: owner, runId })).toEqual([]);
});

it("a run whose row a silent process holds in the middle of a COPY can be claimed once its session is ended", async () => {
  const { run } = await claimed();
  const holder = await pool().connect();
  holder.on("error", () => {});
  await holder.query("BEGIN");
  await holder.query("SELECT 1 FROM validation_runs WHERE id = $1 FOR UPDATE", [run.runId]);
  const copy = holder.query(copyFrom("COPY validation_rows (validation_run_id, row, cells) FROM STDIN"));
  copy.on("error", () => {});
  copy.write(`${run.runId}\t1`);
  try {
    const next = claimAgain(run.runId, 2);
    expect(await endSilentSessions(3600)).toBe(0);
    await vi.waitFor(async () => expect(await endSilentSessions(0.5)).toBe(1));
    expect((await next).run.attempt).toBe(2);
  } finally {
    holder.release(true);
  }
});
