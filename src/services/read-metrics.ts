import { countRuns } from "@/db/count-runs";
import { countWorkers } from "@/db/count-workers";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { producer } from "@/queue/producer";
import { observeEndedRuns } from "./observe-ended-runs";
import { processMetrics } from "./process-metrics";
import { within } from "./within";

const patienceMs = 3_000;
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
  await Promise.all([look("database", fromDatabase), look("queue", fromQueue)]);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

async function look(part: "database" | "queue", ask: () => Promise<void>): Promise<void> {
  const { up, runs, workers, queueJobs } = processMetrics();
  for (const gauge of part === "database" ? [runs, workers] : [queueJobs]) gauge.reset();
  try {
    await ask();
    up.set({ part }, 1);
  } catch (err) {
    log.warn({ err, part }, "metrics could not be read");
    if (part === "database") workers.remove();
    up.set({ part }, 0);
  }
}

async function fromDatabase(): Promise<void> {
  const { runs, workers } = processMetrics();
  const [byStatus, living] = await within(
    patienceMs,
    Promise.all([countRuns(), countWorkers(), observeEndedRuns()]),
  );
  for (const { status, count } of byStatus) runs.set({ status }, count);
  workers.set(living);
}

async function fromQueue(): Promise<void> {
  const depth = await within(patienceMs, producer().depth());
  for (const state of states) processMetrics().queueJobs.set({ state }, depth[state]);
}
