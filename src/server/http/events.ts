import { log } from "@/log";
import type { Context } from "@/services/context";
import { getRun } from "@/services/get-run";
import type { WatchEvent } from "@/services/watch-event";
import { watchRun } from "@/services/watch-run";
import { isFinal } from "@/snapshot";
import { isOurFault } from "../describe-error";
import { type IdRoute, runIdOf } from "./id-route";
import { toProblem } from "./problem";
import { textStream } from "./text-stream";

const pingMs = 5_000;
const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/**
 * `GET /api/validations/:id/events`: server-sent events whose id is the revision. Ends when the run is final; a reader
 * that comes back with the final revision gets 204, which tells an EventSource to stop.
 */
export async function events(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const lastEventId = request.headers.get("last-event-id")?.slice(0, 20);
  const run = await getRun({ ctx, input: { runId } });
  if (isFinal(run.status) && String(run.revision) === lastEventId) return new Response(null, { status: 204 });
  const left = new AbortController();
  const signal = AbortSignal.any([request.signal, left.signal]);
  const source = watchRun({ ctx: { ...ctx, signal }, input: { runId, lastEventId } });
  return new Response(
    textStream(lines(source, runId), () => left.abort()),
    { headers },
  );
}

async function* lines(source: AsyncGenerator<WatchEvent, void>, runId: string): AsyncGenerator<string, void> {
  try {
    let next = source.next();
    for (;;) {
      const step = await orPing(next);
      if (step === "ping") {
        yield ": ping\n\n";
        continue;
      }
      if (step.done) return;
      yield `id: ${step.value.snapshot.revision}\ndata: ${JSON.stringify(step.value)}\n\n`;
      next = source.next();
    }
  } catch (error) {
    const problem = toProblem(error);
    if (isOurFault(error) && problem.code !== "unavailable")
      log.error({ err: error, runId }, "event stream failed");
    if (problem.code !== "unavailable") yield `event: problem\ndata: ${JSON.stringify(problem)}\n\n`;
  }
}

async function orPing<T>(next: Promise<T>): Promise<T | "ping"> {
  let timer: NodeJS.Timeout | undefined;
  const ping = new Promise<"ping">((resolve) => {
    timer = setTimeout(() => resolve("ping"), pingMs);
  });
  try {
    return await Promise.race([next, ping]);
  } finally {
    clearTimeout(timer);
  }
}
