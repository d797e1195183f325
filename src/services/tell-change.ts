import { log } from "@/log";
import { producer } from "@/queue/producer";
import type { Snapshot } from "@/snapshot";
import { within } from "./within";

/**
 * Tells every open page that a run has another snapshot, or is gone when `deleted`. A bell only: the row is already
 * written, and the streams' safety look finds it if this is lost. Never throws.
 */
export async function tellChange(
  snapshot: Pick<Snapshot, "runId" | "ownerId">,
  deleted = false,
): Promise<void> {
  try {
    await within(2000, producer().announce({ runId: snapshot.runId, ownerId: snapshot.ownerId, deleted }));
  } catch (error) {
    log.warn({ err: error, runId: snapshot.runId }, "a change was not announced");
  }
}
