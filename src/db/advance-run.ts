import type { Snapshot, Stage } from "@/snapshot";
import { type Counters, counterColumns } from "./run-counters";
import { updateRun } from "./update-run";

export interface Advance extends Counters {
  runId: string;
  claim: string;
  stage: Stage;
  /** 0-100 of the whole run. */
  progress: number;
  bytesRead: number;
}

/** Writes one step of progress. Returns null when the claim is lost: the attempt must stop. */
export async function advanceRun(step: Advance): Promise<Snapshot | null> {
  return updateRun(
    { id: step.runId, claim: step.claim, status: "processing" },
    {
      ...counterColumns(step),
      stage: step.stage,
      progress: step.progress,
      bytesRead: BigInt(step.bytesRead),
    },
  );
}
