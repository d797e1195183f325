import { randomUUID } from "node:crypto";
import { deleteBatch } from "@/db/delete-batch";
import { insertBatch } from "@/db/insert-batch";
import { type AddedRuns, addToBatch } from "./add-to-batch";
import type { CreateBatchInput } from "./batch-inputs";
import { checkBatchSize, openUntil } from "./batch-limits";
import type { Call } from "./context";
import { getRuleset } from "./get-ruleset";

/**
 * Makes a batch, with runs of the files that are named; the version of the ruleset is fixed for all that come. Asked
 * again with the same id, it is that batch. Throws AppError `not-found` (ruleset, file), `file-gone`, `conflict` (the id
 * is another's) and `too-large` (more files than a batch takes).
 */
export async function createBatch({ ctx, input }: Call<CreateBatchInput>): Promise<AddedRuns> {
  const { ownerId, name: createdBy } = ctx.actor;
  const { fileIds = [], rulesetId: id, rulesetVersion: version, batchId = randomUUID(), ...rest } = input;
  const expectedFiles = Math.max(rest.expectedFiles ?? 0, new Set(fileIds).size) || undefined;
  checkBatchSize(expectedFiles ?? 0);
  const ruleset = id === undefined ? null : await getRuleset({ ctx, input: { id, version } });
  const isNew = await insertBatch({
    ...rest,
    batchId,
    ownerId,
    createdBy,
    expectedFiles,
    rulesetId: ruleset?.id,
    rulesetVersion: ruleset?.version,
    priority: rest.priority ?? "normal",
    openUntil: await openUntil(),
  });
  if (fileIds.length === 0) return { batchId, validationIds: [], queued: true };
  try {
    return await addToBatch({ ctx, input: { batchId, fileIds } });
  } catch (error) {
    // All or nothing: what was refused leaves no empty batch behind.
    if (isNew) await deleteBatch({ ownerId, batchId });
    throw error;
  }
}
