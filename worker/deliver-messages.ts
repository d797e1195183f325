import { type Job, UnrecoverableError } from "bullmq";
import { databaseNow } from "@/db/clock";
import { findDeliveryWork } from "@/db/find-delivery-work";
import { recordAttempt } from "@/db/record-attempt";
import { env } from "@/env";
import { log } from "@/log";
import { makeWorker } from "@/queue/backend";
import { DeliveryJob, deliveriesQueue, waitBeforeNext } from "@/queue/deliveries";
import { sendMessage } from "@/webhooks/send-message";

const atOnce = 8;
/** A receiver has 15 s to answer: the lock outlives that even when a renewal is late. */
const lockDuration = 30_000;

/** Starts delivering to webhooks. The queue retries with growing waits; each attempt is written in the delivery log. */
export async function deliverMessages(): Promise<{ close(): Promise<void> }> {
  const worker = makeWorker(
    (job: Job) => deliver(job),
    { concurrency: atOnce, lockDuration, settings: { backoffStrategy: waitBeforeNext } },
    deliveriesQueue,
  );
  await worker.waitUntilReady();
  return { close: () => worker.close() };
}

async function deliver(job: Job): Promise<void> {
  const { deliveryId } = DeliveryJob.parse(job.data);
  const work = await findDeliveryWork(deliveryId);
  if (!work) return;
  const { error, statusCode } = await sendMessage(
    { url: work.url, secret: work.secret, id: work.messageId, body: work.body, at: await databaseNow() },
    { privateHosts: env().WEBHOOK_PRIVATE_HOSTS },
  );
  // A receiver that is gone for good says 410.
  const isLast = error === "gone" || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  const status = error === null ? "delivered" : isLast ? "failed" : "pending";
  await recordAttempt({ id: deliveryId, status, statusCode, error });
  log.info(
    { runId: work.runId, jobId: job.id, deliveryId, status, statusCode, reason: error },
    "a webhook delivery was tried",
  );
  if (error !== null) throw isLast ? new UnrecoverableError(error) : new Error(error);
}
