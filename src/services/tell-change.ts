import { log } from "@/log";
import { producer } from "@/queue/producer";
import { isFinal, type Snapshot } from "@/snapshot";
import { sendOff } from "@/webhooks/send-off";
import { within } from "./within";

/**
 * Tells every open page that a run has another snapshot, or is gone when `deleted`. A bell only: the row is already
 * written, and the streams' safety look finds it if this is lost. A run that is final is told to its owner's
 * webhooks too. Never throws.
 */
export async function tellChange(
  { runId, ownerId, batchId, status }: Pick<Snapshot, "runId" | "ownerId" | "batchId" | "status">,
  deleted = false,
): Promise<void> {
  try {
    await within(2000, producer().announce({ runId, ownerId, deleted }));
  } catch (error) {
    log.warn({ err: error, runId }, "a change was not announced");
  }
  if (isFinal(status) && !deleted) await sendOff({ runId, batchId });
}
