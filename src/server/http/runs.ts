import { z } from "zod";
import { cancelRun } from "@/services/cancel-run";
import type { Context } from "@/services/context";
import { deleteRun } from "@/services/delete-run";
import { getRun } from "@/services/get-run";
import { ListRunsInput } from "@/services/inputs";
import { listRuns } from "@/services/list-runs";
import { retryRun } from "@/services/retry-run";
import { type IdRoute, runIdOf } from "./id-route";
import { json } from "./json";

/** The query string of `GET /api/validations`. */
export const RunsQuery = ListRunsInput.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) });
export type RunsQuery = z.infer<typeof RunsQuery>;

export async function list(request: Request, ctx: Context): Promise<Response> {
  const input = RunsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return json(await listRuns({ ctx, input }));
}

export async function show(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await getRun({ ctx, input: { runId: await runIdOf(route) } }));
}

export async function cancel(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await cancelRun({ ctx, input: { runId: await runIdOf(route) } }));
}

export async function retry(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const enqueued = await retryRun({ ctx, input: { runId: await runIdOf(route) } });
  return json(enqueued, 202, { location: `/api/validations/${enqueued.validationId}` });
}

export async function remove(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  await deleteRun({ ctx, input: { runId: await runIdOf(route) } });
  return new Response(null, { status: 204 });
}
