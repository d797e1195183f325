import { log } from "@/log";
import { isOurFault } from "../describe-error";
import { toProblem } from "./problem";
import { textStream } from "./text-stream";

const pingMs = 5_000;
const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

interface Watched<Event> {
  /** Starts what is watched; the signal ends when the reader leaves. */
  watch: (signal: AbortSignal) => AsyncGenerator<Event, void>;
  /** The revision of an event, which is its id. */
  revisionOf: (event: Event) => number;
  /** What the log says of a stream that fails. */
  about: { runId: string } | { batchId: string } | { range: string };
}

/** An answer of server-sent events, with a ping while nothing happens, and a last event `problem` when it fails. */
export function eventStream<Event>(request: Request, { watch, revisionOf, about }: Watched<Event>): Response {
  const left = new AbortController();
  const source = watch(AbortSignal.any([request.signal, left.signal]));
  return new Response(
    textStream(lines(source, { revisionOf, about }), () => left.abort()),
    { headers },
  );
}

/** The revision after which a reader that comes back goes on. */
export const lastEventIdOf = (request: Request): string | undefined =>
  request.headers.get("last-event-id")?.slice(0, 20);

async function* lines<Event>(
  source: AsyncGenerator<Event, void>,
  { revisionOf, about }: Pick<Watched<Event>, "revisionOf" | "about">,
): AsyncGenerator<string, void> {
  try {
    let next = source.next();
    for (;;) {
      const step = await orPing(next);
      if (step === "ping") {
        yield ": ping\n\n";
        continue;
      }
      if (step.done) return;
      yield `id: ${revisionOf(step.value)}\ndata: ${JSON.stringify(step.value)}\n\n`;
      next = source.next();
    }
  } catch (error) {
    const problem = toProblem(error);
    if (isOurFault(error) && problem.code !== "unavailable")
      log.error({ err: error, ...about }, "event stream failed");
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
