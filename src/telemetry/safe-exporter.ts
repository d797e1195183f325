import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-base";

/** BullMQ also offers a job's options, progress, result and reason of failure: those stay here. */
const safeKeys = new Set([
  "bullmq.queue.name",
  "bullmq.queue.operation",
  "bullmq.job.name",
  "bullmq.job.id",
  "bullmq.job.attempts.made",
  "bullmq.job.bulk.count",
  "bullmq.job.processed.timestamp",
  "bullmq.job.attempt_finished_timestamp",
  "bullmq.worker.id",
  "bullmq.worker.name",
  "exception.type",
  "error.type",
]);

const isSafe = (key: string) => key.startsWith("facnet.") || safeKeys.has(key);

function safeAttributes<T>(attributes: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => isSafe(key)));
}

/** A copy without messages, stacks, and every attribute that is not on the list. */
function safeSpan(span: ReadableSpan): ReadableSpan {
  return {
    name: span.name,
    kind: span.kind,
    spanContext: () => span.spanContext(),
    ...(span.parentSpanContext ? { parentSpanContext: span.parentSpanContext } : {}),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
    status: { code: span.status.code },
    attributes: safeAttributes(span.attributes),
    links: span.links.map(({ context }) => ({ context })),
    events: span.events.map(({ name, time, attributes = {} }) => ({
      name,
      time,
      attributes: safeAttributes(attributes),
    })),
  };
}

/** Lets only what is on the list of safe attributes out of the process, whoever made the span. */
export function safeExporter(inner: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => inner.export(spans.map(safeSpan), done),
    shutdown: () => inner.shutdown(),
    forceFlush: async () => inner.forceFlush?.(),
  };
}
