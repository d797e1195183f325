import { SpanKind, trace } from "@opentelemetry/api";
import { afterAll, expect, it, vi } from "vitest";
import { makeWorker } from "@/queue/backend";
import { producer } from "@/queue/producer";
import { startTracing, stopTracing } from "@/telemetry/start-tracing";
import { traced } from "@/tracing";
import { startOtlpReceiver } from "../service/otlp-receiver.mjs";
import { makeRun } from "./make-run";

const canary = "zebra-in-a-message";
const patient = { timeout: 15_000, interval: 20 };

/** What the spans of either backend must hold, and must not. */
export async function describeTracing(): Promise<void> {
  const receiver = await startOtlpReceiver();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
  process.env.OTEL_EXPORTER_OTLP_PROTOCOL = "http/json";
  afterAll(async () => {
    await producer().close();
    await receiver.stop();
  });

  it("every attempt is in the trace of the enqueue, and neither messages nor others' spans leave", async () => {
    await startTracing("facnet-worker");
    const run = await makeRun();
    await traced("runs.enqueue", { runId: run.runId }, () => producer().enqueue(run));
    // What Next makes when it finds OpenTelemetry, and what BullMQ makes by itself every few seconds.
    trace.getTracer("next.js").startSpan(`GET /api/validations?fileName=${canary}`).end();
    let tries = 0;
    const worker = makeWorker(
      async (job) => {
        tries += 1;
        await job.updateProgress({ canary });
        await traced("attempt", { runId: run.runId, attempt: tries }, async () => {
          if (tries === 1) throw new RangeError(canary);
        });
      },
      { stalledInterval: 100 },
    );
    const completed = new Promise((done) => worker.on("completed", done));
    await vi.waitFor(() => completed, patient);
    await worker.close();
    await stopTracing();

    const spans = receiver.spans();
    const [enqueue] = spans.filter(({ name }) => name === "runs.enqueue");
    const attempts = spans.filter(({ name }) => name === "attempt");
    expect(attempts.map(({ traceId, attributes }) => [traceId, attributes["facnet.attempt"]])).toEqual([
      [enqueue?.traceId, 1],
      [enqueue?.traceId, 2],
    ]);
    expect(attempts[0]?.attributes["error.type"]).toBe("RangeError");
    expect(attempts[0]?.status).toEqual({ code: 2 });
    expect(receiver.text()).not.toContain(canary);
    const alone = spans.filter(({ parentSpanId, kind }) => !parentSpanId && kind === SpanKind.INTERNAL + 1);
    expect(alone.map(({ name }) => name)).toEqual(["runs.enqueue"]);
  });
}
