import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { errorCategories } from "@/errors";
import { onGlobal } from "@/on-global";
import { priorities } from "@/priority";

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
  const metrics = {
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
    runWaitSeconds: new Histogram({
      name: "facnet_run_wait_seconds",
      help: "Seconds that a run waited for its first attempt, of runs that ended since this process started.",
      labelNames: ["priority"],
      buckets: runSeconds,
      registers,
    }),
    runFailures: new Counter({
      name: "facnet_run_failures_total",
      help: "Runs that failed since this process started, by whose business it is.",
      labelNames: ["category"],
      registers,
    }),
    queuedRuns: new Gauge({
      name: "facnet_queued_runs",
      help: "Runs that wait for a worker, by priority.",
      labelNames: ["priority"],
      registers,
    }),
    oldestQueuedSeconds: new Gauge({
      name: "facnet_oldest_queued_run_seconds",
      help: "Seconds that the run which has waited longest has waited, by priority; 0 when none waits.",
      labelNames: ["priority"],
      registers,
    }),
    pendingDeliveries: new Gauge({
      name: "facnet_webhook_deliveries_pending",
      help: "Webhook deliveries that are neither delivered nor given up.",
      registers,
    }),
    freeBytes: new Gauge({
      name: "facnet_disk_free_bytes",
      help: "Free space on the disk of this process's data folder.",
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
  // A rate needs the zero that came before the first.
  for (const status of ["completed", "failed", "cancelled"]) metrics.runSeconds.zero({ status });
  for (const priority of priorities) metrics.runWaitSeconds.zero({ priority });
  for (const category of errorCategories) metrics.runFailures.inc({ category }, 0);
  return metrics;
}
