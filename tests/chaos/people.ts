import { listRunsOfFile } from "@/db/list-runs-of-file";
import { enqueueRun } from "@/services/enqueue-run";
import { retryRun } from "@/services/retry-run";
import { uploadFile } from "@/services/upload-file";
import { chaosRuleset } from "./chaos-file";
import { insist } from "./insist";

export const ownerId = "local";
const ctx = { actor: { ownerId, name: "chaos" } };

/** What the one who submits does beside it. */
export interface People {
  /** The run is about to be retried. */
  retries(runId: string): void;
  /** The run is queued, and is watched from now on. */
  waits(runId: string): void;
}

/** Uploads a file and enqueues its run as a person does: again when the service says that it cannot now. */
export async function submit(name: string, text: string, people: People): Promise<string> {
  const { fileId } = await insist(() =>
    uploadFile({ ctx, input: { name, body: new Blob([text]).stream() } }),
  );
  const { validationId } = await insist(async () => {
    const [known] = await listRunsOfFile({ ownerId, fileId });
    if (known?.status === "failed") {
      people.retries(known.runId);
      return retryRun({ ctx, input: { runId: known.runId } });
    }
    return enqueueRun({ ctx, input: { fileId, rulesetId: chaosRuleset.id } });
  });
  people.waits(validationId);
  return fileId;
}

/** Retries a run that has failed; false when it could not be retried now. */
export async function retry(runId: string): Promise<boolean> {
  return retryRun({ ctx, input: { runId } }).then(
    () => true,
    () => false,
  );
}
