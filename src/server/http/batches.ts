import { z } from "zod";
import { ListBatchesInput } from "@/services/batch-inputs";
import { cancelBatch } from "@/services/cancel-batch";
import { closeBatch } from "@/services/close-batch";
import type { Context } from "@/services/context";
import { deleteBatch } from "@/services/delete-batch";
import { getBatch } from "@/services/get-batch";
import { listBatchRuns } from "@/services/list-batch-runs";
import { listBatches } from "@/services/list-batches";
import { retryFailed } from "@/services/retry-batch";
import { watchBatch } from "@/services/watch-batch";
import { eventStream, lastEventIdOf } from "./event-stream";
import { batchIdOf, type IdRoute } from "./id-route";
import { json } from "./json";

/** The query string of `GET /api/batches`. */
export const BatchesQuery = ListBatchesInput.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export async function list(request: Request, ctx: Context): Promise<Response> {
  const input = BatchesQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return json(await listBatches({ ctx, input }));
}

export async function show(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await getBatch({ ctx, input: { batchId: await batchIdOf(route) } }));
}

export async function runs(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json({ items: await listBatchRuns({ ctx, input: { batchId: await batchIdOf(route) } }) });
}

export async function close(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await closeBatch({ ctx, input: { batchId: await batchIdOf(route) } }));
}

export async function cancel(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await cancelBatch({ ctx, input: { batchId: await batchIdOf(route) } }));
}

export async function retry(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await retryFailed({ ctx, input: { batchId: await batchIdOf(route) } }), 202);
}

export async function remove(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  await deleteBatch({ ctx, input: { batchId: await batchIdOf(route) } });
  return new Response(null, { status: 204 });
}

/** `GET /api/batches/:id/events`: server-sent events whose id is the revision. Ends when the batch has ended. */
export async function events(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const batchId = await batchIdOf(route);
  const lastEventId = lastEventIdOf(request);
  const batch = await getBatch({ ctx, input: { batchId } });
  if (batch.state === "finished" && String(batch.revision) === lastEventId)
    return new Response(null, { status: 204 });
  return eventStream(request, {
    watch: (signal) => watchBatch({ ctx: { ...ctx, signal }, input: { batchId, lastEventId } }),
    revisionOf: (event) => event.batch.revision,
    about: { batchId },
  });
}
