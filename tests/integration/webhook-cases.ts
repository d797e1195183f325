import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { cancelRun } from "@/db/cancel-run";
import { closeDb, db } from "@/db/client";
import { deliveries } from "@/queue/deliveries";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { addWebhook } from "@/services/add-webhook";
import { deleteRun } from "@/services/delete-run";
import { deleteWebhook } from "@/services/delete-webhook";
import { enqueueRun } from "@/services/enqueue-run";
import { listDeliveries } from "@/services/list-deliveries";
import { listWebhooks } from "@/services/list-webhooks";
import { redeliverMessage } from "@/services/redeliver-message";
import { testWebhook } from "@/services/test-webhook";
import { uploadFile } from "@/services/upload-file";
import { sendOff } from "@/webhooks/send-off";
import { startWorker } from "../../worker/start-worker";
import { makeRun } from "./make-run";
import { startReceiver } from "./webhook-receiver";

const ctx = { actor: { ownerId: "local", name: "tester" } };
const stranger = { actor: { ownerId: "stranger", name: "stranger" } };
const soon = { timeout: 30_000, interval: 50 };
const secretCell = "TREM04121925";
process.env.WEBHOOK_PRIVATE_HOSTS = "127.0.0.1";
process.env.WEBHOOK_RETRY_SECONDS = "1,1";

async function submit() {
  const body = new Blob([`a,b\n1,${secretCell}\n2\n`]).stream();
  const { fileId } = await uploadFile({ ctx, input: { name: `${secretCell}.csv`, body } });
  return (await enqueueRun({ ctx, input: { fileId } })).validationId;
}

async function logOf(webhookId: string) {
  return (await listDeliveries({ ctx, input: { webhookId, limit: 25 } })).items;
}

/** What webhooks must do, on whichever queue the file that calls this has chosen. */
export function describeWebhooks(queue: string): void {
  describe(`webhooks on ${queue}`, () => {
    let worker: Awaited<ReturnType<typeof startWorker>>;
    let receiver: Awaited<ReturnType<typeof startReceiver>>;
    let hook: Awaited<ReturnType<typeof addWebhook>>;

    beforeAll(async () => {
      worker = await startWorker();
    });
    beforeEach(async () => {
      receiver = await startReceiver();
      hook = await addWebhook({ ctx, input: { url: receiver.url } });
    });
    afterEach(async () => {
      await deleteWebhook({ ctx, input: { webhookId: hook.id } });
      await receiver.stop();
    });
    afterAll(async () => {
      await worker.close();
      await deliveries().close();
      await runEvents().close();
      await producer().close();
      await closeDb();
    });

    test("a completed run is told once, signed, with counts and nothing of the file", async () => {
      const runId = await submit();
      await vi.waitFor(
        async () => expect(await logOf(hook.id)).toMatchObject([{ status: "delivered" }]),
        soon,
      );
      const [message] = receiver.received;
      if (!message) throw new Error("nothing came");
      const headers = Object.fromEntries(Object.entries(message.headers).map(([k, v]) => [k, String(v)]));
      expect(new Webhook(hook.secret).verify(message.body, headers)).toMatchObject({
        type: "validation.completed",
        data: { runId, status: "completed", rows: 2, errorRows: 1, counts: { error: 1 } },
      });
      expect(() => new Webhook(hook.secret).verify(message.body.replace("2", "3"), headers)).toThrow();
      expect(JSON.stringify(message)).not.toContain(secretCell);
      expect(JSON.stringify(await listWebhooks({ ctx }))).not.toContain(hook.secret);
      expect(receiver.received).toHaveLength(1);
    });

    test("a receiver that fails is tried again with the same message id, and each try is counted", async () => {
      receiver.answers.push(500, 429);
      await testWebhook({ ctx, input: { webhookId: hook.id } });
      await vi.waitFor(async () => {
        expect(await logOf(hook.id)).toMatchObject([
          { status: "delivered", attempt: 3, statusCode: 204, error: null },
        ]);
      }, soon);
      expect(receiver.received).toHaveLength(3);
      expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    });

    test("a delivery is given up after the last attempt, and can be sent again by hand", async () => {
      receiver.answers.push(503, 503, 503);
      const { id, messageId } = await testWebhook({ ctx, input: { webhookId: hook.id } });
      await vi.waitFor(async () => {
        expect(await logOf(hook.id)).toMatchObject([
          { status: "failed", attempt: 3, statusCode: 503, error: "status" },
        ]);
      }, soon);
      await redeliverMessage({ ctx, input: { deliveryId: id } });
      await vi.waitFor(async () => {
        expect(await logOf(hook.id)).toMatchObject([
          { status: "delivered", attempt: 1, messageId },
          { status: "failed", attempt: 3, messageId },
        ]);
      }, soon);
      expect(receiver.received.at(-1)?.body).toBe(receiver.received[0]?.body);
    });

    test("a redirect is not followed, and 410 ends the tries at once", async () => {
      receiver.answers.push(302, 410);
      await testWebhook({ ctx, input: { webhookId: hook.id } });
      await vi.waitFor(async () => {
        expect(await logOf(hook.id)).toMatchObject([{ status: "failed", attempt: 2, error: "gone" }]);
      }, soon);
      expect(receiver.received.map(({ path }) => path)).toEqual(["/hook", "/hook"]);
    });

    test("a delivery whose job was never made is found by the sweep, though its run is deleted", async () => {
      const run = await makeRun();
      await cancelRun({ ownerId: "local", runId: run.runId });
      await deleteRun({ ctx, input: { runId: run.runId } });
      expect(await logOf(hook.id)).toMatchObject([
        { status: "pending", attempt: 0, event: "validation.cancelled" },
      ]);
      await sendOff({ before: new Date(Date.now() + 1000) });
      await sendOff({ before: new Date(Date.now() + 1000) });
      await vi.waitFor(
        async () => expect(await logOf(hook.id)).toMatchObject([{ status: "delivered" }]),
        soon,
      );
      expect(receiver.received).toHaveLength(1);
    });

    test("another owner neither sees nor uses it, and is not told", async () => {
      const webhookId = hook.id;
      const { id: deliveryId } = await testWebhook({ ctx, input: { webhookId } });
      const no = { code: "not-found" };
      expect(await listWebhooks({ ctx: stranger })).toEqual([]);
      await expect(listDeliveries({ ctx: stranger, input: { webhookId, limit: 5 } })).rejects.toMatchObject(
        no,
      );
      await expect(testWebhook({ ctx: stranger, input: { webhookId } })).rejects.toMatchObject(no);
      await expect(redeliverMessage({ ctx: stranger, input: { deliveryId } })).rejects.toMatchObject(no);
      await expect(deleteWebhook({ ctx: stranger, input: { webhookId } })).rejects.toMatchObject(no);
      const run = await makeRun("stranger");
      await cancelRun({ ownerId: "stranger", runId: run.runId });
      expect(await db().webhookDelivery.count({ where: { runId: run.runId } })).toBe(0);
    });
  });
}
