import { log } from "@/log";
import { producer } from "@/queue/producer";
import { sendOff } from "@/webhooks/send-off";
import { within } from "./within";

/**
 * Tells every open page that a batch has changed in a way that no run of it tells, or is gone when `deleted`; should it
 * have come to its end, its owner's webhooks too. A bell only: the row is already written. Never throws.
 */
export async function tellBatch(batch: { batchId: string; ownerId: string }, deleted = false): Promise<void> {
  const { batchId, ownerId } = batch;
  try {
    await within(2000, producer().announceBatch({ batchId, ownerId, deleted }));
  } catch (error) {
    log.warn({ err: error, batchId }, "a change of a batch was not announced");
  }
  if (!deleted) await sendOff({ batchId });
}
