import { listRunsOfFile } from "@/db/list-runs-of-file";
import { enqueueRun } from "@/services/enqueue-run";
import { retryRun } from "@/services/retry-run";
import { uploadFile } from "@/services/upload-file";
import { chaosRuleset } from "./chaos-file";
import { insist } from "./insist";

export const ownerId = "local";
const ctx = { actor: { ownerId, name: "chaos" } };

/** Uploads a file and enqueues its run as a person does: again when the service says that it cannot now. */
export async function submit(name: string, text: string, onRetry: (runId: string) => void): Promise<string> {
  const { fileId } = await insist(() =>
    uploadFile({ ctx, input: { name, body: new Blob([text]).stream() } }),
  );
  await insist(async () => {
    const [known] = await listRunsOfFile({ ownerId, fileId });
    if (known?.status === "failed") {
      onRetry(known.runId);
      return retryRun({ ctx, input: { runId: known.runId } });
    }
    return enqueueRun({ ctx, input: { fileId, rulesetId: chaosRuleset.id } });
  });
  return fileId;
}

/** Retries a run that has failed; false when it could not be retried now. */
export async function retry(runId: string): Promise<boolean> {
  return retryRun({ ctx, input: { runId } }).then(
    () => true,
    () => false,
  );
}
