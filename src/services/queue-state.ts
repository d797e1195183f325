import { databaseNow } from "@/db/clock";
import { listWorkers, type WorkerView } from "@/db/list-workers";
import { type RunningRun, readQueueNow } from "@/db/read-queue-now";
import { log } from "@/log";
import type { Priority } from "@/priority";
import { allQueues, type QueueName, queueNames } from "@/queue/all-queues";
import { connectionKind } from "@/queue/backend";
import { producer } from "@/queue/producer";
import type { QueueDepth } from "@/queue/queue-depth";
import type { Call } from "./context";
import { nextInSeconds, type QueueVerdict, verdictOf } from "./queue-verdict";
import { within } from "./within";

export interface WorkerState extends WorkerView {
  isAlive: boolean;
  /** Jobs that it holds, of every owner. */
  active: number;
  /** Those of the actor. */
  runs: { runId: string; fileName: string }[];
}

/** The queue at one moment: runs are the actor's own, the depth of each queue is of all owners together. */
export interface QueueState {
  at: string;
  backend: "redis" | "postgres";
  verdict: QueueVerdict;
  waiting: Record<Priority, number> & { total: number; retrying: number };
  waitingSince: string | null;
  active: number;
  /** Seconds until another run can start; null when none waits, or no pace is known. */
  nextInSeconds: number | null;
  running: RunningRun[];
  workers: WorkerState[];
  /** Null when the queue cannot be reached. */
  queues: ({ name: QueueName } & QueueDepth)[] | null;
}

const patienceMs = 3_000;
const deadAfterSeconds = 15;

/** Never throws for a queue that is away: that is its verdict. Throws when the database is. */
export async function queueState({ ctx }: Pick<Call<void>, "ctx">): Promise<QueueState> {
  const [at, now, workers, queue] = await Promise.all([
    databaseNow(),
    readQueueNow(ctx.actor.ownerId),
    listWorkers(),
    askQueue(),
  ]);
  const total = now.waiting.high + now.waiting.normal + now.waiting.low;
  const alive = workers.filter(({ silentSeconds }) => silentSeconds < deadAfterSeconds);
  const facts = {
    reachable: queue !== null,
    isPaused: queue?.depths.validation.isPaused ?? false,
    workers: alive.length,
    waiting: total,
    active: Math.max(now.active, queue?.depths.validation.active ?? 0),
    waitingSince: now.waitingSince,
  };
  const names = new Map(now.running.map(({ runId, fileName }) => [runId, fileName]));
  return {
    at: at.toISOString(),
    backend: connectionKind(),
    verdict: verdictOf(facts, at),
    waiting: { ...now.waiting, total, retrying: now.retrying },
    waitingSince: now.waitingSince?.toISOString() ?? null,
    active: now.active,
    nextInSeconds: total > 0 ? nextInSeconds(now.running, at) : null,
    running: now.running,
    workers: workers.map((worker) => {
      const held = queue?.held.get(worker.id) ?? [];
      return {
        ...worker,
        isAlive: alive.includes(worker),
        active: held.length,
        runs: held.flatMap((runId) => {
          const fileName = names.get(runId);
          return fileName === undefined ? [] : [{ runId, fileName }];
        }),
      };
    }),
    queues: queue && queueNames.map((name) => ({ name, ...queue.depths[name] })),
  };
}

async function askQueue() {
  try {
    const [depths, held] = await within(
      patienceMs,
      Promise.all([allQueues().depths(), producer().activeByWorker()]),
    );
    return { depths, held };
  } catch (err) {
    log.warn({ err }, "the queue's figures could not be read");
    return null;
  }
}
