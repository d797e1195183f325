import type { Snapshot } from "@/snapshot";
import { databaseNow } from "./clock";
import { safeText } from "./safe-text";
import { updateRun } from "./update-run";

interface Failure {
  runId: string;
  /** The attempt's claim; without it, any run that is not final fails. */
  claim?: string;
  errorCode: string;
  /** Shown to people: never a cell value. */
  errorMessage: string;
}

/** Returns null when the run is final already, or no longer under this claim. */
export async function failRun(failure: Failure): Promise<Snapshot | null> {
  const { runId, claim, errorCode, errorMessage } = failure;
  return updateRun(
    { id: runId, status: { in: ["queued", "processing"] }, ...(claim === undefined ? {} : { claim }) },
    {
      status: "failed",
      claim: null,
      errorCode,
      errorMessage: safeText(errorMessage),
      finishedAt: await databaseNow(),
    },
  );
}
