import type { Context } from "@/services/context";
import { QueueRangeInput } from "@/services/inputs";
import { queueHistory } from "@/services/queue-history";
import { queueState } from "@/services/queue-state";
import { watchQueue } from "@/services/watch-queue";
import { eventStream } from "./event-stream";
import { json } from "./json";

/** `GET /api/queue`: the queue at this moment, and its history over a range. */
export async function queue(request: Request, ctx: Context): Promise<Response> {
  const input = rangeOf(request);
  const [state, history] = await Promise.all([queueState({ ctx }), queueHistory({ ctx, input })]);
  return json({ state, history });
}

/** `GET /api/queue/events`: the same as server-sent events. It never ends by itself, and each event is whole. */
export async function queueEvents(request: Request, ctx: Context): Promise<Response> {
  const input = rangeOf(request);
  return eventStream(request, {
    watch: (signal) => watchQueue({ ctx: { ...ctx, signal }, input }),
    revisionOf: (event) => Date.parse(event.kind === "state" ? event.state.at : event.history.at),
    about: input,
  });
}

function rangeOf(request: Request): QueueRangeInput {
  return QueueRangeInput.parse(Object.fromEntries(new URL(request.url).searchParams));
}
