import { randomUUID } from "node:crypto";
import type { Attributes, Span as OtelSpan } from "@opentelemetry/api";
import type { Span, SpanFacts, Tracing } from "@/tracing";
import { loadExporter, loadPackages, type Packages } from "./packages";
import { queueTelemetry } from "./queue-telemetry";
import { safeExporter } from "./safe-exporter";

const stopMs = 3_000;
/** Next and other packages make spans too when they find OpenTelemetry, with addresses in them: they get none. */
const ourScopes = new Set(["facnet", "bullmq"]);

interface Options {
  service: string;
  protocol: "http/protobuf" | "http/json";
  /** Told when spans could not be sent; nothing else suffers from that. */
  onProblem(): void;
}

/** Sends spans to the collector that the standard variables name, in the background. */
export async function openTracing({ service, protocol, onProblem }: Options): Promise<Tracing> {
  const packages = await loadPackages();
  const { api, core, hooks, resources, sdk } = packages;
  core.setGlobalErrorHandler(onProblem);
  const provider = new sdk.BasicTracerProvider({
    resource: resources
      .resourceFromAttributes({ "service.name": service, "service.instance.id": randomUUID() })
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(safeExporter(await loadExporter(protocol)))],
  });
  const nobody = new api.ProxyTracerProvider();
  api.trace.setGlobalTracerProvider({
    getTracer: (name, version) => (ourScopes.has(name) ? provider : nobody).getTracer(name, version),
  });
  api.context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
  api.propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  return {
    ...spansOf(packages),
    queue: queueTelemetry(packages),
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, stopMs);
      });
      await Promise.race([provider.shutdown().catch(onProblem), late]);
      clearTimeout(timer);
    },
  };
}

function spansOf({ api }: Packages): Pick<Tracing, "within" | "below" | "join"> {
  const tracer = api.trace.getTracer("facnet");
  const spanOf = (made: OtelSpan): Span => ({
    tell: (facts) => void made.setAttributes(attributesOf(facts)),
    fail(kind) {
      made.setAttribute("error.type", kind).setStatus({ code: api.SpanStatusCode.ERROR });
    },
    end: (at) => made.end(at),
  });
  return {
    within: (name, facts, work) =>
      tracer.startActiveSpan(name, { attributes: attributesOf(facts) }, async (made) => {
        const span = spanOf(made);
        try {
          return await work(span);
        } catch (error) {
          span.fail(kindOf(error));
          throw error;
        } finally {
          span.end();
        }
      }),
    below() {
      const parent = api.context.active();
      return (name, facts, startTime) =>
        spanOf(tracer.startSpan(name, { startTime, attributes: attributesOf(facts) }, parent));
    },
    join(headers, work) {
      const caller = { traceparent: headers.get("traceparent") ?? undefined };
      return api.context.with(api.propagation.extract(api.context.active(), caller), work);
    },
  };
}

const names: Record<keyof SpanFacts, string> = {
  runId: "facnet.run.id",
  fileId: "facnet.file.id",
  jobId: "facnet.job.id",
  batchId: "facnet.batch.id",
  attempt: "facnet.attempt",
  stage: "facnet.stage",
  rows: "facnet.rows",
  bytes: "facnet.bytes",
  outcome: "facnet.outcome",
};

function attributesOf(facts: SpanFacts): Attributes {
  const known: Attributes = {};
  for (const [fact, value] of Object.entries(facts))
    if (fact in names) known[names[fact as keyof SpanFacts]] = value;
  return known;
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return error.name === "AppError" && "code" in error ? String(error.code) : error.name;
}
