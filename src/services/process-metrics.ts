import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { onGlobal } from "@/on-global";

const runSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600];

/**
 * What Prometheus may ask of this process. Labels are states and names of parts only: never a file's name, an owner,
 * an id or a cell value.
 */
export function processMetrics() {
  return onGlobal("metrics", makeMetrics);
}

function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    up: new Gauge({
      name: "facnet_up",
      help: "Whether the database or the queue answered this scrape.",
      labelNames: ["part"],
      registers,
    }),
    runs: new Gauge({
      name: "facnet_runs",
      help: "Runs in the database by status.",
      labelNames: ["status"],
      registers,
    }),
    runSeconds: new Histogram({
      name: "facnet_run_seconds",
      help: "Seconds from a run's start to its end, of runs that ended since this process started.",
      labelNames: ["status"],
      buckets: runSeconds,
      registers,
    }),
    queueJobs: new Gauge({
      name: "facnet_queue_jobs",
      help: "Jobs in the queue by state.",
      labelNames: ["state"],
      registers,
    }),
    workers: new Gauge({ name: "facnet_workers", help: "Living worker processes.", registers }),
    streams: new Gauge({
      name: "facnet_event_streams",
      help: "Open server-sent event streams of this process.",
      registers,
    }),
    uploadBytes: new Counter({
      name: "facnet_upload_bytes_total",
      help: "Bytes of uploads that this process stored.",
      registers,
    }),
    uploads: new Counter({
      name: "facnet_uploads_total",
      help: "Uploads that this process stored.",
      registers,
    }),
  };
}
