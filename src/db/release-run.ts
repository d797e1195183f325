import type { Snapshot } from "@/snapshot";
import { databaseNow } from "./clock";
import { updateRun } from "./update-run";

interface Release {
  runId: string;
  claim: string;
  /** Why the attempt ended, when it failed. */
  errorCode: string | null;
}

/** Gives a run back between two attempts: it is queued again, not failed. Returns null when the claim is lost. */
export async function releaseRun({ runId, claim, errorCode }: Release): Promise<Snapshot | null> {
  return updateRun(
    { id: runId, claim, status: "processing" },
    { status: "queued", claim: null, stage: null, progress: 0, errorCode, queuedAt: await databaseNow() },
  );
}
