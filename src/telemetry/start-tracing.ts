import { env } from "@/env";
import { log } from "@/log";
import { setTracing, tracing } from "@/tracing";

const quietMs = 60_000;

/** Starts tracing when the standard variables name a collector; loads nothing otherwise. Never throws. */
export async function startTracing(service: "facnet-web" | "facnet-worker"): Promise<void> {
  const protocol = protocolOf();
  if (protocol === null) return;
  try {
    const { openTracing } = await import("./open-tracing");
    setTracing(await openTracing({ service, protocol, onProblem: sayNowAndThen() }));
    log.info({ protocol }, "traces are sent to the collector");
  } catch (err) {
    log.error({ err }, "tracing could not start; the service goes on without it");
  }
}

/** Sends what is left, within a few seconds. Never throws. */
export async function stopTracing(): Promise<void> {
  await tracing()?.stop();
}

function protocolOf() {
  const settings = env();
  const endpoint = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || settings.OTEL_SDK_DISABLED || settings.OTEL_TRACES_EXPORTER !== "otlp") return null;
  const protocol = settings.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? settings.OTEL_EXPORTER_OTLP_PROTOCOL;
  if (protocol === "http/protobuf" || protocol === "http/json") return protocol;
  log.error({ protocol }, "traces are not sent: the protocol must be http/protobuf or http/json");
  return null;
}

/** A collector that is away must not fill the log. What the exporter says may hold its address, so it stays out. */
function sayNowAndThen(): () => void {
  let saidAt = 0;
  return () => {
    if (Date.now() - saidAt < quietMs) return;
    saidAt = Date.now();
    log.warn("spans could not be sent to the collector");
  };
}
