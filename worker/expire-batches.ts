import { databaseNow } from "@/db/clock";
import { expireBatches as closeLate } from "@/db/close-batch";
import { log } from "@/log";
import { producer } from "@/queue/producer";
import { sendOff } from "@/webhooks/send-off";
import { describeError } from "./describe-error";

/** Closes batches whose sender is gone, and tells those who watch them and their owners' webhooks. Resolves to their number. */
export async function expireBatches(at?: Date): Promise<number> {
  const closed = await closeLate(at ?? (await databaseNow()));
  for (const { batchId, ownerId } of closed) {
    await producer()
      .announceBatch({ batchId, ownerId, deleted: false })
      .catch((error: unknown) =>
        log.debug({ batchId, error: describeError(error) }, "a closed batch was not announced"),
      );
    await sendOff({ batchId });
  }
  if (closed.length > 0)
    log.info({ closed: closed.length }, "batches that were not sent to their end were closed");
  return closed.length;
}
