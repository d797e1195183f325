import { databaseNow } from "@/db/clock";
import { listWorkers, type WorkerView } from "@/db/list-workers";
import { connectionKind } from "@/queue/backend";
import { producer } from "@/queue/producer";
import type { QueueDepth } from "@/queue/queue-depth";

export interface QueueFigures extends QueueDepth {
  at: string;
  backend: "redis" | "postgres";
  /** Living worker processes, and those that fell silent in the last minute; `active` is how many jobs each holds. */
  workers: (WorkerView & { active: number })[];
  /** Jobs at work whose worker is not among them: it died, and they are taken up again. */
  orphaned: number;
}

/** The queue as an operator sees it, all owners together. Throws when the queue or the database is away. */
export async function queueFigures(): Promise<QueueFigures> {
  const [at, depth, held, workers] = await Promise.all([
    databaseNow(),
    producer().depth(),
    producer().activeByWorker(),
    listWorkers(),
  ]);
  const known = new Set(workers.map(({ id }) => id));
  const orphaned = [...held].filter(([name]) => name === null || !known.has(name));
  return {
    at: at.toISOString(),
    backend: connectionKind(),
    ...depth,
    workers: workers.map((worker) => ({ ...worker, active: held.get(worker.id)?.length ?? 0 })),
    orphaned: orphaned.reduce((sum, [, runs]) => sum + runs.length, 0),
  };
}
