import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { advanceRun } from "@/db/advance-run";
import { cancelRun as writeCancel } from "@/db/cancel-run";
import { claimRun } from "@/db/claim-run";
import { closeDb, db } from "@/db/client";
import { insertWebhook } from "@/db/insert-webhook";
import { requeueRun } from "@/db/requeue-run";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { addToBatch } from "@/services/add-to-batch";
import { cancelBatch } from "@/services/cancel-batch";
import { closeBatch } from "@/services/close-batch";
import { createBatch } from "@/services/create-batch";
import { deleteBatch } from "@/services/delete-batch";
import { deleteRun } from "@/services/delete-run";
import { getBatch } from "@/services/get-batch";
import { listBatchRuns } from "@/services/list-batch-runs";
import { listBatches } from "@/services/list-batches";
import { listRuns } from "@/services/list-runs";
import { retryFailed } from "@/services/retry-batch";
import { applyRetention } from "../../worker/apply-retention";
import { expireBatches } from "../../worker/expire-batches";
import { ctx, fail, finish, makeBatch, openBatch, upload } from "./make-batch";

process.env.MAX_BATCH_FILES = "8";
process.env.RUN_DAYS = "30";
const stranger = { actor: { ownerId: "stranger", name: "stranger" } };
const later = () => new Date(Date.now() + 2 * 3_600_000);
const get = (batchId: string) => getBatch({ ctx, input: { batchId } });
const told = (batchId: string) => db().webhookDelivery.findMany({ where: { batchId } });
const error = (count: number, impact: number | null = null) => ({
  code: "type-error",
  severity: "error" as const,
  column: 1,
  field: "age",
  count,
  impact,
});

beforeEach(async () => {
  await db().webhook.deleteMany();
  await db().validationRun.deleteMany();
  await db().batch.deleteMany();
  await insertWebhook({ ownerId: "local", url: "https://example.com/", secret: "whsec_" });
});

afterAll(async () => {
  await producer().close();
  await closeDb();
});

test("of runs that end at the same moment exactly one ends the batch, and its webhook is told once", async () => {
  const { batchId, validationIds } = await makeBatch(8);
  await Promise.all(validationIds.map((runId, at) => (at === 3 ? fail(runId) : finish(runId))));
  expect(await get(batchId)).toMatchObject({
    state: "finished",
    round: 1,
    files: 8,
    clean: 7,
    failed: 1,
    missing: 0,
    progress: 100,
  });
  const [delivery, ...others] = await told(batchId);
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({ event: "batch.completed", status: "pending", runId: null });
  expect(delivery?.payload).toMatchObject({
    data: { batchId, round: 1, files: 8, verdicts: { clean: 7, failed: 1 } },
  });
  expect(JSON.stringify(delivery?.payload)).not.toContain("claims");
});

test("a batch adds up its runs exactly: verdicts, counts, money, and progress by bytes", async () => {
  const sizes = [100, 300, 600];
  const fileIds = [];
  for (const size of sizes) fileIds.push(await upload(`a\n${"x".repeat(size - 3)}\n`));
  const { batchId, validationIds } = await createBatch({ ctx, input: { fileIds } });
  const [first = "", second = "", third = ""] = validationIds;
  await finish(
    first,
    [error(2, 10.1), error(1, 0.2)].map((total, column) => ({ ...total, column })),
  );
  const claimed = await claimRun({ runId: third, attempt: 1 });
  await advanceRun({
    runId: third,
    claim: claimed?.claim ?? "",
    stage: "parse",
    progress: 25,
    bytesRead: 150,
    rows: 7,
    errorRows: 0,
    counts: { error: 0, warning: 4, info: 1 },
    codes: {},
    kept: 0,
  });
  expect(await get(batchId)).toMatchObject({
    state: "running",
    files: 3,
    queued: 1,
    processing: 1,
    errors: 1,
    bytesTotal: 1000,
    // 100 of 100, 0 of 300, a quarter of 600.
    progress: 25,
    rows: 17,
    errorRows: 1,
    counts: { error: 3, warning: 4, info: 1 },
    atStake: 10.3,
    missed: null,
  });
  await finish(second);
  expect(await get(batchId)).toMatchObject({ progress: 55, clean: 1, state: "running" });
});

test("the progress of an open batch is a share of all that was announced", async () => {
  const { batchId, runId } = await openBatch(4);
  await finish(runId);
  expect(await get(batchId)).toMatchObject({ state: "open", progress: 25, missing: 3 });
  const known = await openBatch(2, { expectedBytes: 80 });
  await finish(known.runId);
  expect(await get(known.batchId)).toMatchObject({ progress: 10 });
});

test("every change makes the revision grow, deletion of a run included", async () => {
  const { batchId, validationIds } = await makeBatch(3);
  const [first = "", second = "", third = ""] = validationIds;
  const seen = [(await get(batchId)).revision];
  for (const change of [
    () => finish(first),
    () => deleteRun({ ctx, input: { runId: first } }),
    () => fail(second),
    () => requeueRun({ ownerId: "local", runId: second }),
    () => finish(third),
  ]) {
    await change();
    seen.push((await get(batchId)).revision);
  }
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
});

test("a run that is deleted while it is the last one ends the batch", async () => {
  const { batchId, validationIds } = await makeBatch(2);
  const [first = "", second = ""] = validationIds;
  await finish(first);
  await deleteRun({ ctx, input: { runId: second } });
  expect(await get(batchId)).toMatchObject({ state: "finished", files: 1, missing: 0, clean: 1 });
  expect(await told(batchId)).toHaveLength(1);
});

test("an end that is rolled back ends neither run nor batch", async () => {
  const { batchId, validationIds } = await makeBatch(1);
  const [runId = ""] = validationIds;
  const twice = [error(1), error(1)];
  await expect(finish(runId, twice)).rejects.toThrow();
  expect(await get(batchId)).toMatchObject({ state: "running", processing: 1, round: 0 });
  expect(await told(batchId)).toEqual([]);
  await finish(runId);
  expect(await get(batchId)).toMatchObject({ state: "finished", round: 1 });
});

test("a batch whose sender dies closes by itself, ends, and says what has not come", async () => {
  const { batchId, runId } = await openBatch(3);
  expect(await expireBatches()).toBe(0);
  expect(await expireBatches(later())).toBe(1);
  expect(await get(batchId)).toMatchObject({ state: "running", files: 1, missing: 2, expectedFiles: 3 });
  await finish(runId);
  expect(await get(batchId)).toMatchObject({ state: "finished", missing: 2, isCancelled: false });
  const [delivery] = await told(batchId);
  expect(delivery?.payload).toMatchObject({ data: { files: 1, expectedFiles: 3, missing: 2 } });
});

test("a batch of which no file came ends too", async () => {
  const { batchId } = await createBatch({ ctx, input: { expectedFiles: 5 } });
  await expireBatches(later());
  expect(await get(batchId)).toMatchObject({ state: "finished", files: 0, missing: 5, progress: 100 });
  expect(await told(batchId)).toHaveLength(1);
});

test("a sender that comes back after the batch closed by itself goes on where it was", async () => {
  const { batchId, runId } = await openBatch(2);
  await finish(runId);
  await expireBatches(later());
  expect(await get(batchId)).toMatchObject({ state: "finished", round: 1 });
  const { validationIds } = await addToBatch({ ctx, input: { batchId, fileIds: [await upload()] } });
  expect(await get(batchId)).toMatchObject({ state: "running", missing: 0 });
  await finish(validationIds[0] ?? "");
  expect(await get(batchId)).toMatchObject({ state: "finished", round: 2, clean: 2 });
  expect(await told(batchId)).toHaveLength(2);
});

test("a batch closed by its sender ends with what came, and takes no more", async () => {
  const { batchId, runId } = await openBatch(3);
  await finish(runId);
  expect(await closeBatch({ ctx, input: { batchId } })).toMatchObject({ state: "finished", missing: 2 });
  expect(await closeBatch({ ctx, input: { batchId } })).toMatchObject({ round: 1 });
  const late = addToBatch({ ctx, input: { batchId, fileIds: [await upload()] } });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
});

test("asked twice at the same moment, one batch is made and each file is in it once", async () => {
  const batchId = randomUUID();
  const fileIds = [await upload(), await upload()];
  const ask = () => createBatch({ ctx, input: { batchId, fileIds } });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(new Set(answers.map(({ validationIds }) => validationIds.join())).size).toBe(1);
  expect(await get(batchId)).toMatchObject({ files: 2, state: "running" });
  expect((await listBatches({ ctx, input: { limit: 10 } })).items).toHaveLength(1);
  const again = await addToBatch({ ctx, input: { batchId, fileIds: fileIds.slice(1) } });
  expect(again.validationIds).toEqual(answers[0]?.validationIds.slice(1));
});

test("more files than a batch takes, or than were announced, are refused with the limit, and nothing is left", async () => {
  const fileIds = Array.from({ length: 9 }, () => randomUUID());
  const tooMany = { code: "too-large", params: { maxFiles: 8 } };
  await expect(createBatch({ ctx, input: { fileIds } })).rejects.toMatchObject(tooMany);
  await expect(createBatch({ ctx, input: { expectedFiles: 9 } })).rejects.toMatchObject(tooMany);
  const known = [await upload(), randomUUID()];
  await expect(createBatch({ ctx, input: { fileIds: known } })).rejects.toMatchObject({ code: "not-found" });
  expect(await db().batch.count()).toBe(0);
  expect(await db().validationRun.count()).toBe(0);
  const { batchId } = await openBatch(2);
  const two = { batchId, fileIds: [await upload(), await upload()] };
  await expect(addToBatch({ ctx, input: two })).rejects.toMatchObject({ code: "conflict" });
  expect(await get(batchId)).toMatchObject({ files: 1, state: "open" });
});

test("cancelling ends all that waits at once, keeps what is done, and is told once", async () => {
  const { batchId, validationIds } = await makeBatch(4);
  const [first = ""] = validationIds;
  await finish(first);
  const cancelled = await cancelBatch({ ctx, input: { batchId } });
  expect(cancelled).toMatchObject({ state: "finished", isCancelled: true, clean: 1, cancelled: 3, round: 1 });
  expect(await cancelBatch({ ctx, input: { batchId } })).toMatchObject({ revision: cancelled.revision });
  expect(await told(batchId)).toHaveLength(1);
  const events = await db().webhookDelivery.findMany({ where: { runId: { in: validationIds } } });
  expect(events.filter(({ event }) => event === "validation.cancelled")).toHaveLength(3);
  for (const runId of validationIds.slice(1))
    expect(await producer().getJobStatus(jobIdOf(runId))).toBeNull();
});

test("a batch that is cancelled while its files come takes no more", async () => {
  const { batchId } = await openBatch(3);
  await cancelBatch({ ctx, input: { batchId } });
  const late = addToBatch({ ctx, input: { batchId, fileIds: [await upload()] } });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  const done = await makeBatch(1);
  await finish(done.validationIds[0] ?? "");
  await expect(cancelBatch({ ctx, input: { batchId: done.batchId } })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("the failed runs of a batch are retried together, and it ends once more for all of them", async () => {
  const { batchId, validationIds } = await makeBatch(3);
  const [first = "", second = "", third = ""] = validationIds;
  await finish(first);
  await fail(second);
  await fail(third);
  expect(await get(batchId)).toMatchObject({ state: "finished", failed: 2, retryable: 2 });
  expect(await retryFailed({ ctx, input: { batchId } })).toEqual({ retried: 2, gone: 0 });
  expect(await get(batchId)).toMatchObject({ state: "running", queued: 2, round: 1, finishedAt: null });
  await Promise.all([finish(second), finish(third)]);
  expect(await get(batchId)).toMatchObject({ state: "finished", clean: 3, round: 2 });
  expect(await told(batchId)).toHaveLength(2);
  await expect(retryFailed({ ctx, input: { batchId } })).rejects.toMatchObject({ code: "conflict" });
});

test("one run retried by itself opens its batch again", async () => {
  const { batchId, validationIds } = await makeBatch(2);
  const [first = "", second = ""] = validationIds;
  await finish(first);
  await writeCancel({ ownerId: "local", runId: second });
  expect(await get(batchId)).toMatchObject({ state: "finished", cancelled: 1, isCancelled: false });
  await requeueRun({ ownerId: "local", runId: second });
  expect(await get(batchId)).toMatchObject({ state: "running" });
});

test("runs are listed by their batch, and know it", async () => {
  const { batchId, validationIds } = await makeBatch(2);
  await makeBatch(1);
  const { items } = await listRuns({ ctx, input: { batchId, limit: 10 } });
  expect(items.map(({ runId }) => runId).sort()).toEqual([...validationIds].sort());
  expect(items.every((run) => run.batchId === batchId)).toBe(true);
});

test("old batches go whole, with their runs; of a young one no run goes, however old", async () => {
  const long = new Date(Date.now() - 31 * 86_400_000);
  const [old, young] = [await makeBatch(2), await makeBatch(2)];
  for (const runId of [...old.validationIds, ...young.validationIds]) await finish(runId);
  await db().validationRun.updateMany({ data: { finishedAt: long } });
  await db().batch.update({ where: { id: old.batchId }, data: { finishedAt: long } });
  expect(await applyRetention()).toMatchObject({ runs: 2 });
  await expect(get(old.batchId)).rejects.toMatchObject({ code: "not-found" });
  expect(await get(young.batchId)).toMatchObject({ files: 2, clean: 2 });
});

test("a batch is deleted with its runs and files", async () => {
  const fileIds = [await upload(), await upload()];
  const { batchId } = await createBatch({ ctx, input: { fileIds } });
  await deleteBatch({ ctx, input: { batchId } });
  expect(await db().validationRun.count()).toBe(0);
  expect(await db().storedFile.count({ where: { id: { in: fileIds }, removedAt: null } })).toBe(0);
  await expect(get(batchId)).rejects.toMatchObject({ code: "not-found" });
});

test("another owner neither sees nor touches it, and cannot put it into theirs", async () => {
  const { batchId } = await openBatch(3);
  const fileId = await upload();
  const no = { code: "not-found" };
  const input = { batchId };
  for (const ask of [getBatch, closeBatch, cancelBatch, retryFailed, listBatchRuns, deleteBatch])
    await expect(ask({ ctx: stranger, input })).rejects.toMatchObject(no);
  await expect(addToBatch({ ctx: stranger, input: { batchId, fileIds: [fileId] } })).rejects.toMatchObject(
    no,
  );
  await expect(createBatch({ ctx: stranger, input: { batchId } })).rejects.toMatchObject({
    code: "conflict",
  });
  const theirs = await createBatch({ ctx: stranger, input: {} });
  const mine = { batchId: theirs.batchId, fileIds: [fileId] };
  await expect(addToBatch({ ctx: stranger, input: mine })).rejects.toMatchObject(no);
  expect((await listBatches({ ctx: stranger, input: { limit: 5 } })).items).toHaveLength(1);
  expect(await get(batchId)).toMatchObject({ state: "open", files: 1 });
});
