import { tracked } from "@trpc/server";
import { addToBatch } from "@/services/add-to-batch";
import {
  AddToBatchInput,
  BatchId,
  CreateBatchInput,
  ListBatchesInput,
  WatchBatchInput,
} from "@/services/batch-inputs";
import { cancelBatch } from "@/services/cancel-batch";
import { closeBatch } from "@/services/close-batch";
import { createBatch } from "@/services/create-batch";
import { deleteBatch } from "@/services/delete-batch";
import { getBatch } from "@/services/get-batch";
import { listBatchRuns } from "@/services/list-batch-runs";
import { listBatches } from "@/services/list-batches";
import { retryFailed } from "@/services/retry-batch";
import { watchBatch } from "@/services/watch-batch";
import { procedure, router } from "../trpc";

export const batchesRouter = router({
  create: procedure.input(CreateBatchInput).mutation((call) => createBatch(call)),
  add: procedure.input(AddToBatchInput).mutation((call) => addToBatch(call)),
  close: procedure.input(BatchId).mutation((call) => closeBatch(call)),
  get: procedure.input(BatchId).query((call) => getBatch(call)),
  runs: procedure.input(BatchId).query((call) => listBatchRuns(call)),
  list: procedure.input(ListBatchesInput).query((call) => listBatches(call)),
  cancel: procedure.input(BatchId).mutation((call) => cancelBatch(call)),
  retryFailed: procedure.input(BatchId).mutation((call) => retryFailed(call)),
  delete: procedure.input(BatchId).mutation((call) => deleteBatch(call)),

  /** One batch with its runs, live: each event's id is the revision; ends when the batch does. */
  watch: procedure.input(WatchBatchInput).subscription(async function* ({ ctx, input, signal }) {
    for await (const event of watchBatch({ ctx: { ...ctx, signal }, input }))
      yield tracked(String(event.batch.revision), event);
  }),
});
