import { z } from "zod";
import { EnqueueOptions } from "./inputs";

export const BatchId = z.object({ batchId: z.uuid() });
export type BatchId = z.infer<typeof BatchId>;

const count = z.number().int().positive();
const FileIds = z.array(z.uuid()).min(1);

export const CreateBatchInput = EnqueueOptions.extend({
  batchId: z
    .uuid()
    .optional()
    .meta({ description: "Its id, made by the sender: asked twice with the same one, one batch is made." }),
  name: z.string().trim().min(1).max(200).optional(),
  expectedFiles: count.optional().meta({
    description:
      "How many files will come. The batch closes when they are in; without it, when it is closed.",
  }),
  expectedBytes: z.number().int().nonnegative().optional().meta({
    description: "How many bytes they have together, so that progress is a share of all that comes.",
  }),
  fileIds: FileIds.optional().meta({
    description: "Uploaded files. They are all of the batch unless `expectedFiles` says more.",
  }),
});
export type CreateBatchInput = z.infer<typeof CreateBatchInput>;

export const AddToBatchInput = BatchId.extend({ fileIds: FileIds });
export type AddToBatchInput = z.infer<typeof AddToBatchInput>;

export const ListBatchesInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListBatchesInput = z.infer<typeof ListBatchesInput>;

export const WatchBatchInput = BatchId.extend({
  /** The id of the last event received: the revision that the reader already has. */
  lastEventId: z.string().max(20).nullish(),
});
export type WatchBatchInput = z.infer<typeof WatchBatchInput>;

export const BatchFindingsFilter = BatchId.extend({
  code: z.string().max(100).optional(),
  severity: z.enum(["error", "warning", "info"]).optional(),
});
export type BatchFindingsFilter = z.infer<typeof BatchFindingsFilter>;
