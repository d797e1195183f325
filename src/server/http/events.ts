import type { Context } from "@/services/context";
import { getRun } from "@/services/get-run";
import { watchRun } from "@/services/watch-run";
import { isFinal } from "@/snapshot";
import { eventStream, lastEventIdOf } from "./event-stream";
import { type IdRoute, runIdOf } from "./id-route";

/**
 * `GET /api/validations/:id/events`: server-sent events whose id is the revision. Ends when the run is final; a reader
 * that comes back with the final revision gets 204, which tells an EventSource to stop.
 */
export async function events(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const lastEventId = lastEventIdOf(request);
  const run = await getRun({ ctx, input: { runId } });
  if (isFinal(run.status) && String(run.revision) === lastEventId) return new Response(null, { status: 204 });
  return eventStream(request, {
    watch: (signal) => watchRun({ ctx: { ...ctx, signal }, input: { runId, lastEventId } }),
    revisionOf: ({ snapshot }) => snapshot.revision,
    about: { runId },
  });
}
