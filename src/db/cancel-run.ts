import type { Snapshot } from "@/snapshot";
import { databaseNow } from "./clock";
import { updateRun } from "./update-run";

/** Cancels a run that is not final; its attempt, if any, loses its claim. Returns null when there is none. */
export async function cancelRun(input: { ownerId: string; runId: string }): Promise<Snapshot | null> {
  return updateRun(
    { id: input.runId, ownerId: input.ownerId, status: { in: ["queued", "processing"] } },
    { status: "cancelled", claim: null, finishedAt: await databaseNow() },
  );
}
