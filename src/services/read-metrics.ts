import { countPendingDeliveries } from "@/db/count-pending-deliveries";
import { countRuns } from "@/db/count-runs";
import { countWorkers } from "@/db/count-workers";
import { queuedRuns } from "@/db/queued-runs";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { producer } from "@/queue/producer";
import { freeSpace } from "@/storage/free-space";
import { observeEndedRuns } from "./observe-ended-runs";
import { processMetrics } from "./process-metrics";
import { within } from "./within";

const patienceMs = 3_000;
const parts = ["database", "queue", "disk"] as const;
type Part = (typeof parts)[number];
const states = ["waiting", "active", "delayed", "completed", "failed"] as const;

export interface Exposition {
  contentType: string;
  text: string;
}

/**
 * All metrics in Prometheus' text format. A part that does not answer has `facnet_up` 0 and no figures of its own,
 * rather than old ones. Never throws for that. Scrapes that come at the same moment share one look.
 */
export function readMetrics(): Promise<Exposition> {
  const shared = onGlobal<{ reading: Promise<Exposition> | null }>("metrics-reading", () => ({
    reading: null,
  }));
  shared.reading ??= read().finally(() => {
    shared.reading = null;
  });
  return shared.reading;
}

async function read(): Promise<Exposition> {
  const { registry } = processMetrics();
  await Promise.all(parts.map(look));
  return { contentType: registry.contentType, text: await registry.metrics() };
}

const asks: Record<Part, () => Promise<void>> = { database: fromDatabase, queue: fromQueue, disk: fromDisk };

async function look(part: Part): Promise<void> {
  const metrics = processMetrics();
  forget(part);
  try {
    await within(patienceMs, asks[part]());
    metrics.up.set({ part }, 1);
  } catch (err) {
    log.warn({ err, part }, "metrics could not be read");
    metrics.up.set({ part }, 0);
  }
}

/** A gauge without labels would be told as 0 after a reset. */
function forget(part: Part): void {
  const metrics = processMetrics();
  if (part === "queue") metrics.queueJobs.reset();
  if (part === "disk") metrics.freeBytes.remove();
  if (part !== "database") return;
  for (const labelled of [metrics.runs, metrics.queuedRuns, metrics.oldestQueuedSeconds]) labelled.reset();
  for (const plain of [metrics.workers, metrics.pendingDeliveries]) plain.remove();
}

async function fromDatabase(): Promise<void> {
  const metrics = processMetrics();
  const [byStatus, living, waiting, pending] = await Promise.all([
    countRuns(),
    countWorkers(),
    queuedRuns(),
    countPendingDeliveries(),
    observeEndedRuns(),
  ]);
  for (const { status, count } of byStatus) metrics.runs.set({ status }, count);
  for (const { priority, count, oldestSeconds } of waiting) {
    metrics.queuedRuns.set({ priority }, count);
    metrics.oldestQueuedSeconds.set({ priority }, oldestSeconds);
  }
  metrics.pendingDeliveries.set(pending);
  metrics.workers.set(living);
}

async function fromQueue(): Promise<void> {
  const depth = await producer().depth();
  for (const state of states) processMetrics().queueJobs.set({ state }, depth[state]);
}

async function fromDisk(): Promise<void> {
  processMetrics().freeBytes.set(await freeSpace());
}
