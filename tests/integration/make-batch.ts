import { claimRun } from "@/db/claim-run";
import { failRun } from "@/db/fail-run";
import { finishRun } from "@/db/finish-run";
import { addToBatch } from "@/services/add-to-batch";
import type { CreateBatchInput } from "@/services/batch-inputs";
import { createBatch } from "@/services/create-batch";
import { uploadFile } from "@/services/upload-file";
import { summaryOf } from "./make-run";

export const ctx = { actor: { ownerId: "local", name: "tester" } };

export async function upload(text = "a,b\n1,2\n", name = "claims.csv"): Promise<string> {
  const { fileId } = await uploadFile({ ctx, input: { name, body: new Blob([text]).stream() } });
  return fileId;
}

/** A batch of so many new files, all of which have come. */
export async function makeBatch(files: number, more: CreateBatchInput = {}) {
  const fileIds = [];
  while (fileIds.length < files) fileIds.push(await upload());
  return createBatch({ ctx, input: { ...more, fileIds } });
}

/** A batch that waits for further files, with the run of its first. */
export async function openBatch(expectedFiles: number, more: CreateBatchInput = {}) {
  const { batchId } = await createBatch({ ctx, input: { ...more, expectedFiles } });
  const { validationIds } = await addToBatch({ ctx, input: { batchId, fileIds: [await upload()] } });
  return { batchId, runId: validationIds[0] ?? "" };
}

async function claimOf(runId: string): Promise<string> {
  const claimed = await claimRun({ runId, attempt: 1 });
  if (!claimed) throw new Error("not claimed");
  return claimed.claim;
}

/** Does to the database what a worker does that validates a file and finds these totals. */
export async function finish(runId: string, totals: Parameters<typeof summaryOf>[0] = []) {
  const errors = totals.reduce((sum, { count, severity }) => sum + (severity === "error" ? count : 0), 0);
  const counts = { error: errors, warning: 0, info: 0 };
  const summary = { ...summaryOf(totals), counts, errorRows: errors > 0 ? 1 : 0 };
  return finishRun({ runId, claim: await claimOf(runId), summary });
}

export async function fail(runId: string, errorCode = "internal") {
  return failRun({ runId, claim: await claimOf(runId), errorCode, errorMessage: "It did not work." });
}
