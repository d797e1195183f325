import type { Tracing } from "@/tracing";
import type { Packages } from "./packages";

/**
 * BullMQ's own hook. Its upkeep (lock renewal, the search for stalled jobs) would be a trace of its own each few
 * seconds and is left out; with a root context its endless loops do not grow the trace that started them.
 */
export function queueTelemetry({ api, core, bullmq }: Packages): Tracing["queue"] {
  const { tracer, contextManager } = new bullmq.BullMQOtel({ tracerName: "bullmq" });
  const startSpan = tracer.startSpan.bind(tracer);
  tracer.startSpan = (name, options, given) => {
    const at = given ?? api.context.active();
    const parent = api.trace.getSpanContext(at);
    const isAlone = parent === undefined || !api.isSpanContextValid(parent);
    const isUpkeep = isAlone && options?.kind === api.SpanKind.INTERNAL;
    return startSpan(name, options, isUpkeep ? core.suppressTracing(at) : at);
  };
  return { tracer, contextManager: Object.assign(contextManager, { root: () => api.ROOT_CONTEXT }) };
}
