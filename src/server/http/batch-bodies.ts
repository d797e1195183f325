import { z } from "zod";
import { priorities } from "@/priority";
import { RunSummary } from "./bodies";

const count = z.number().int();
const money = z.number().nullable();

/** One batch, added up from its runs. */
export const Batch = z
  .object({
    batchId: z.uuid(),
    ownerId: z.string(),
    name: z.string().nullable(),
    revision: count.meta({ description: "Grows with each change of the batch and of each of its runs." }),
    state: z.enum(["open", "running", "finished"]).meta({
      description: "`open` takes files, `running` has all that come, `finished` has no run left to end.",
    }),
    isCancelled: z.boolean(),
    expectedFiles: count.nullable().meta({ description: "Files announced." }),
    files: count.meta({ description: "Files that have come." }),
    missing: count.meta({
      description: "Announced files that have not come; unless it is open, they will not.",
    }),
    progress: z.number().meta({ description: "0-100, weighted by bytes." }),
    queued: count,
    processing: count,
    clean: count.meta({ description: "Completed without errors and warnings." }),
    warnings: count.meta({ description: "Completed with warnings, without errors." }),
    errors: count.meta({ description: "Completed with errors." }),
    failed: count,
    cancelled: count,
    retryable: count.meta({ description: "Failed and cancelled ones whose file is still kept." }),
    bytesTotal: count,
    rows: count,
    errorRows: count,
    counts: z.object({ error: count, warning: count, info: count }),
    kept: count,
    atStake: money.meta({ description: "Money at stake in errors and warnings." }),
    missed: money.meta({ description: "Money that infos point to, as fees that were not billed." }),
    currency: z.string().nullable(),
    rulesetId: z.string().nullable(),
    rulesetVersion: count.nullable(),
    priority: z.enum(priorities),
    round: count.meta({ description: "How often it has come to its end: a retry begins the next round." }),
    createdAt: z.iso.datetime(),
    openUntil: z.iso.datetime().nullable().meta({
      description: "When an open batch closes by itself if no further file comes.",
    }),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Batch" });

export const BatchesPage = z
  .object({ items: z.array(Batch), nextCursor: z.string().nullable() })
  .meta({ id: "BatchesPage" });

export const BatchRun = RunSummary.pick({
  runId: true,
  revision: true,
  fileId: true,
  fileName: true,
  fileKept: true,
  status: true,
  progress: true,
  attempt: true,
  bytesTotal: true,
  rows: true,
  errorRows: true,
  counts: true,
  kept: true,
  errorCode: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
}).meta({ id: "BatchRun" });

/** The data of one server-sent event of a batch. */
export const BatchEvent = z
  .object({
    batch: Batch,
    runs: z.array(BatchRun).meta({ description: "Runs that are new or have changed; all when `isWhole`." }),
    isWhole: z.boolean(),
    deleted: z.array(z.uuid()),
    workers: count.meta({ description: "Living worker processes." }),
  })
  .meta({ id: "BatchEvent" });

export const AddedRuns = z
  .object({
    batchId: z.uuid(),
    validationIds: z.array(z.uuid()).meta({ description: "One for each file, in the order of the files." }),
    queued: z.boolean().meta({
      description: "False when the queue did not take all of them: they are kept, and start when it does.",
    }),
  })
  .meta({ id: "AddedRuns" });

export const RetriedRuns = z
  .object({ retried: count, gone: count.meta({ description: "Runs whose file is no longer kept." }) })
  .meta({ id: "RetriedRuns" });
