import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { addLog } from "@/db/add-log";
import { cancelRun } from "@/db/cancel-run";
import { closeDb, db } from "@/db/client";
import { insertTestDelivery } from "@/db/insert-delivery";
import { insertFile } from "@/db/insert-file";
import { insertRun } from "@/db/insert-run";
import { insertWebhook } from "@/db/insert-webhook";
import { setSchedules, upkeepSchedules } from "@/queue/upkeep";
import { storage } from "@/storage/storage";
import { applyRetention } from "../../worker/apply-retention";
import { keepUp } from "../../worker/keep-up";
import { makeRun } from "./make-run";

const ownerId = "local";
process.env.RUN_DAYS = "30";
process.env.LOG_DAYS = "7";
process.env.DELIVERY_DAYS = "7";
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const soon = { timeout: 15_000, interval: 100 };

async function endedRun(days: number) {
  const saved = await storage().save(Readable.from([Buffer.from("a\n1\n")]), { maxBytes: 100 });
  const { key: storageKey, bytes, sha256 } = saved;
  const file = await insertFile({ ownerId, name: "a.csv", storageKey, bytes, sha256 });
  const { runId } = await insertRun({ ownerId, createdBy: "test", fileId: file.id });
  await addLog({ runId, level: "info", source: "worker", message: "noted" });
  await cancelRun({ ownerId, runId });
  await db().validationRun.update({ where: { id: runId }, data: { finishedAt: daysAgo(days) } });
  await db().validationLog.updateMany({ where: { runId }, data: { timestamp: daysAgo(days) } });
  return { runId, storageKey, fileId: file.id };
}

const exists = async (runId: string) => (await db().validationRun.count({ where: { id: runId } })) === 1;

/** What schedules and retention must do, on whichever queue the file that calls this has chosen. */
export function describeRetention(queue: string): void {
  describe(`retention on ${queue}`, () => {
    let worker: Awaited<ReturnType<typeof keepUp>>;
    beforeAll(async () => {
      worker = await keepUp();
    });
    afterEach(() => setSchedules());
    afterAll(async () => {
      await worker.close();
      await closeDb();
    });

    test("old runs go with their log, young and unfinished ones stay", async () => {
      const old = await endedRun(31);
      const young = await endedRun(29);
      const waiting = await makeRun();
      await db().validationRun.update({ where: { id: waiting.runId }, data: { createdAt: daysAgo(90) } });
      expect(await applyRetention()).toMatchObject({ runs: 1 });
      expect([await exists(old.runId), await exists(young.runId), await exists(waiting.runId)]).toEqual([
        false,
        true,
        true,
      ]);
      expect(await db().validationLog.count({ where: { runId: old.runId } })).toBe(0);
    });

    test("old entries of logs and deliveries go, what still waits stays", async () => {
      const { runId } = await endedRun(8);
      await addLog({ runId, level: "info", source: "worker", message: "young" });
      const { id } = await insertWebhook({ ownerId: "other", url: "https://example.com/", secret: "whsec_" });
      for (const status of ["pending", "failed"]) {
        const made = await insertTestDelivery({ ownerId: "other", id });
        await db().webhookDelivery.update({
          where: { id: made?.id ?? "" },
          data: { status, createdAt: daysAgo(8) },
        });
      }
      await applyRetention();
      expect((await db().validationLog.findMany({ where: { runId } })).map(({ message }) => message)).toEqual(
        ["young"],
      );
      const left = await db().webhookDelivery.findMany({ where: { webhookId: id } });
      expect(left.map(({ status }) => status)).toEqual(["pending"]);
    });

    test("the schedules do it by the clock: an old run goes, then its file's bytes", async () => {
      const { runId, storageKey, fileId } = await endedRun(31);
      await setSchedules({ ...upkeepSchedules, retention: "* * * * * *", files: "* * * * * *" });
      await vi.waitFor(async () => expect(await exists(runId)).toBe(false), soon);
      await vi.waitFor(async () => expect(await storage().exists(storageKey)).toBe(false), soon);
      await vi.waitFor(async () => {
        expect((await db().storedFile.findUnique({ where: { id: fileId } }))?.removedAt).toBeInstanceOf(Date);
      }, soon);
    });
  });
}
