import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDb, db } from "@/db/client";
import { findFile } from "@/db/find-file";
import { env } from "@/env";
import { deliveries } from "@/queue/deliveries";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { addToBatch } from "@/services/add-to-batch";
import { addWebhook } from "@/services/add-webhook";
import { cancelBatch } from "@/services/cancel-batch";
import { createBatch } from "@/services/create-batch";
import { deleteWebhook } from "@/services/delete-webhook";
import { getBatch } from "@/services/get-batch";
import { retryFailed } from "@/services/retry-batch";
import { createClient } from "../../cli/client";
import { type BatchEvent, followBatch } from "../../cli/follow-batch";
import { startWorker } from "../../worker/start-worker";
import { ctx, makeBatch, upload } from "./make-batch";
import { serveTrpc } from "./serve-trpc";
import { startReceiver } from "./webhook-receiver";

const soon = { timeout: 30_000, interval: 50 };
const secretCell = "TREM04121925";
process.env.WEBHOOK_PRIVATE_HOSTS = "127.0.0.1";

const get = (batchId: string) => getBatch({ ctx, input: { batchId } });
const ended = (batchId: string, round = 1) =>
  vi.waitFor(async () => expect(await get(batchId)).toMatchObject({ state: "finished", round }), soon);

/** What batches must do, on whichever queue the file that calls this has chosen. */
export function describeBatches(queue: string): void {
  describe(`batches on ${queue}`, () => {
    let workers: Awaited<ReturnType<typeof startWorker>>[] = [];
    let service: Awaited<ReturnType<typeof serveTrpc>>;
    const start = async (count = 1) => {
      while (workers.length < count) workers.push(await startWorker());
    };
    beforeAll(async () => {
      service = await serveTrpc();
    });
    afterEach(async () => {
      await Promise.all(workers.map((worker) => worker.close(0)));
      workers = [];
    });
    afterAll(async () => {
      await service.close();
      await deliveries().close();
      await runEvents().close();
      await producer().close();
      await closeDb();
    });

    const follow = (batchId: string) => {
      const client = createClient({ url: service.url, token: undefined, lang: "en" });
      const heard: BatchEvent[] = [];
      const followed = followBatch(client, { batchId, onEvent: (event) => heard.push(event) });
      followed.catch(() => {});
      return { heard, followed };
    };

    test("several workers end it once: its stream ends, and its webhook is told once, of counts alone", async () => {
      const receiver = await startReceiver();
      const hook = await addWebhook({ ctx, input: { url: receiver.url } });
      await start(2);
      const { batchId } = await createBatch({ ctx, input: { expectedFiles: 6, name: secretCell } });
      const { heard, followed } = follow(batchId);
      await vi.waitFor(() => expect(heard).toHaveLength(1), soon);
      for (let at = 0; at < 6; at += 1) {
        const text = at < 4 ? "a,b\n1,2\n" : `a,b\n1,${secretCell}\n2\n`;
        await addToBatch({ ctx, input: { batchId, fileIds: [await upload(text, `${secretCell}.csv`)] } });
      }
      const last = await followed;
      expect(last.batch).toMatchObject({ state: "finished", clean: 4, errors: 2, progress: 100, round: 1 });
      const revisions = heard.map(({ batch }) => batch.revision);
      expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
      const runs = new Map(heard.flatMap((event) => event.runs.map((run) => [run.runId, run])));
      expect([...runs.values()].map(({ status }) => status)).toEqual(Array(6).fill("completed"));

      const told = () => receiver.received.filter(({ body }) => body.includes('"batch.completed"'));
      await vi.waitFor(() => expect(told()).toHaveLength(1), soon);
      await vi.waitFor(() => expect(receiver.received).toHaveLength(7), soon);
      expect(told()).toHaveLength(1);
      expect(JSON.parse(told()[0]?.body ?? "")).toMatchObject({
        data: { batchId, files: 6, missing: 0, verdicts: { clean: 4, errors: 2 }, counts: { error: 2 } },
      });
      expect(JSON.stringify(receiver.received)).not.toContain(secretCell);
      await deleteWebhook({ ctx, input: { webhookId: hook.id } });
      await receiver.stop();
    });

    test("a worker that dies between the end of the last run and the end of the batch loses neither", async () => {
      // The database ends the worker's connection at that very place, once.
      await db().$executeRaw`CREATE SEQUENCE deaths`;
      await db().$executeRaw`
        CREATE FUNCTION die_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('deaths') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
          RETURN NEW;
        END $$`;
      await db().$executeRaw`
        CREATE TRIGGER die_once BEFORE UPDATE ON batches FOR EACH ROW
        WHEN (NEW.finished_at IS NOT NULL AND OLD.finished_at IS NULL) EXECUTE FUNCTION die_once()`;
      const { batchId, validationIds } = await makeBatch(2);
      await start();
      await ended(batchId);
      const [death] = await db().$queryRaw<{ last_value: bigint }[]>`SELECT last_value FROM deaths`;
      expect(Number(death?.last_value)).toBe(2);
      expect(await get(batchId)).toMatchObject({ clean: 2, failed: 0, round: 1 });
      const runs = await db().validationRun.findMany({ where: { id: { in: validationIds } } });
      expect(runs.map(({ attempt }) => attempt).sort()).toEqual([1, 2]);
      await db().$executeRaw`DROP TRIGGER die_once ON batches`;
    });

    test("a file that fails ends with the others; the retry ends the batch again", async () => {
      const [good, bad] = [await upload(), await upload()];
      const file = await findFile({ ownerId: "local", id: bad });
      const path = join(env().DATA_DIR, "files", file?.storageKey ?? "");
      const { batchId } = await createBatch({ ctx, input: { fileIds: [good, bad], keepHours: 1 } });
      await rm(path);
      await start();
      await ended(batchId);
      expect(await get(batchId)).toMatchObject({ clean: 1, failed: 1 });
      await db().storedFile.update({ where: { id: bad }, data: { removedAt: null } });
      await writeFile(path, "a,b\n1,2\n");
      expect(await retryFailed({ ctx, input: { batchId } })).toEqual({ retried: 1, gone: 0 });
      await ended(batchId, 2);
      expect(await get(batchId)).toMatchObject({ clean: 2, failed: 0 });
    });

    test("a batch cancelled at work stays cancelled, and those who follow it are told", async () => {
      const rows = Array.from({ length: 300_000 }, (_, at) => `${at},x`).join("\n");
      const fileIds = [
        await upload(`id,name\n${rows}\n`),
        await upload(`id,name\n${rows}\n`),
        await upload(),
      ];
      await start();
      const { batchId } = await createBatch({ ctx, input: { fileIds } });
      const { heard, followed } = follow(batchId);
      await vi.waitFor(() => expect(heard.at(-1)?.batch.progress).toBeGreaterThan(0), soon);
      await cancelBatch({ ctx, input: { batchId } });
      const { batch } = await followed;
      expect(batch).toMatchObject({
        state: "finished",
        isCancelled: true,
        queued: 0,
        processing: 0,
        round: 1,
      });
      await Promise.all(workers.splice(0).map((worker) => worker.close()));
      expect(await get(batchId)).toEqual(batch);
    });

    test("a reader who comes back is sent nothing that it has, and all that it has not", async () => {
      const { batchId } = await makeBatch(2);
      const { revision } = await get(batchId);
      const client = createClient({ url: service.url, token: undefined, lang: "en" });
      const heard: BatchEvent[] = [];
      const subscription = client.batches.watch.subscribe(
        { batchId, lastEventId: String(revision) },
        { onData: ({ data }) => heard.push(data) },
      );
      const other = follow(batchId);
      await vi.waitFor(() => expect(other.heard).toHaveLength(1), soon);
      expect(other.heard[0]).toMatchObject({ isWhole: true, batch: { revision } });
      await start();
      await other.followed;
      await vi.waitFor(() => expect(heard.at(-1)?.batch.state).toBe("finished"), soon);
      expect(heard.every(({ isWhole, batch }) => !isWhole && batch.revision >= revision)).toBe(true);
      subscription.unsubscribe();
    });
  });
}
