import type { Readable } from "node:stream";
import { findBatch } from "@/db/find-batch";
import { listBatchRuns } from "@/db/list-batch-runs";
import { AppError } from "@/errors";
import { type AddedRuns, addToBatch } from "./add-to-batch";
import type { CreateBatchInput } from "./batch-inputs";
import type { Call, Context } from "./context";
import { createBatch } from "./create-batch";
import { inGroups } from "./in-groups";
import { releaseFile } from "./release-file";
import { uploadFile } from "./upload-file";

/** Takes one file, while it comes. */
export type TakeFile = (file: {
  name: string;
  body: Readable | ReadableStream<Uint8Array>;
  expectedBytes?: number | undefined;
}) => Promise<void>;

interface Submitted {
  batchId?: string | undefined;
  /** Hands over each file; resolves to what is asked of them once all have come. */
  read: (take: TakeFile) => Promise<CreateBatchInput>;
}

/** Uploads files and makes a batch of them, all or none. A batch of that id that is there is answered for, unread. */
export async function submitBatch({ ctx, input }: Call<Submitted>): Promise<AddedRuns> {
  const { batchId } = input;
  const known = batchId === undefined ? null : await answerFor(ctx, batchId);
  if (known) return known;
  return withFiles(ctx, input.read, async (options, fileIds) => {
    if (fileIds.length === 0) throw new AppError("invalid-input", "The form has no field `file`.");
    return createBatch({ ctx, input: { ...options, batchId, fileIds } });
  });
}

/** Uploads files into a batch that is open, all or none. */
export async function submitToBatch({
  ctx,
  input,
}: Call<{ batchId: string; read: (take: TakeFile) => Promise<unknown> }>): Promise<AddedRuns> {
  const { batchId } = input;
  return withFiles(ctx, input.read, async (_, fileIds) => {
    if (fileIds.length === 0) throw new AppError("invalid-input", "The form has no field `file`.");
    return addToBatch({ ctx, input: { batchId, fileIds } });
  });
}

async function answerFor(ctx: Context, batchId: string): Promise<AddedRuns | null> {
  const { ownerId } = ctx.actor;
  const batch = await findBatch({ ownerId, batchId });
  if (!batch || batch.state === "open") return null;
  const runs = await listBatchRuns({ ownerId, batchId });
  return { batchId, validationIds: runs.map(({ runId }) => runId), queued: true };
}

async function withFiles<Options>(
  ctx: Context,
  read: (take: TakeFile) => Promise<Options>,
  use: (options: Options, fileIds: string[]) => Promise<AddedRuns>,
): Promise<AddedRuns> {
  const fileIds: string[] = [];
  try {
    const options = await read(async (file) => {
      fileIds.push((await uploadFile({ ctx, input: file })).fileId);
    });
    return await use(options, fileIds);
  } catch (error) {
    await inGroups(fileIds, (fileId) => releaseFile(ctx, fileId));
    throw error;
  }
}
