/** Loaded at run time, so that a process without a collector loads none of it. */
export async function loadPackages() {
  const [api, core, hooks, resources, sdk, bullmq] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/core"),
    import("@opentelemetry/context-async-hooks"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/sdk-trace-base"),
    import("bullmq-otel"),
  ]);
  return { api, core, hooks, resources, sdk, bullmq };
}

export type Packages = Awaited<ReturnType<typeof loadPackages>>;

/** The exporter of one of the two forms of OTLP over HTTP; it reads the standard variables itself. */
export async function loadExporter(protocol: "http/protobuf" | "http/json") {
  if (protocol === "http/json") {
    const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
    return new OTLPTraceExporter();
  }
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-proto");
  return new OTLPTraceExporter();
}
