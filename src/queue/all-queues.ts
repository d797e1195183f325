import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { makeQueue, type ValidationQueue } from "./backend";
import { queueName } from "./contract";
import { deliveriesQueue } from "./deliveries";
import { openInTime } from "./open-in-time";
import { depthStates, type QueueDepth, sumDepth } from "./queue-depth";
import { upkeepQueue } from "./upkeep";

export const queueNames = [queueName, deliveriesQueue, upkeepQueue] as const;
export type QueueName = (typeof queueNames)[number];

const openingMs = 3_000;

export interface AllQueues {
  /** The queues themselves, opened at first use. Throws when they cannot be reached. */
  open(): Promise<Record<QueueName, ValidationQueue>>;
  depths(): Promise<Record<QueueName, QueueDepth>>;
  close(): Promise<void>;
}

/** The process's way to look into every queue of the service. */
export function allQueues(): AllQueues {
  return onGlobal("all-queues", makeAllQueues);
}

function makeAllQueues(): AllQueues {
  let opening: Promise<Record<QueueName, ValidationQueue>> | undefined;
  const open = () => {
    if (opening) return opening;
    const mine = openQueues();
    opening = mine;
    mine.catch(() => {
      if (opening === mine) opening = undefined;
    });
    return mine;
  };
  return {
    open,
    async depths() {
      const queues = await open();
      const [validation, webhooks, upkeep] = await Promise.all([
        depthOf(queues.validation),
        depthOf(queues.webhooks),
        depthOf(queues.upkeep),
      ]);
      return { validation, webhooks, upkeep };
    },
    async close() {
      const found = await opening?.catch(() => undefined);
      opening = undefined;
      if (found) await closeQueues(Object.values(found));
    },
  };
}

async function depthOf(queue: ValidationQueue): Promise<QueueDepth> {
  const [counts, isPaused] = await Promise.all([queue.getJobCounts(...depthStates), queue.isPaused()]);
  return sumDepth(counts, isPaused);
}

async function openQueues(): Promise<Record<QueueName, ValidationQueue>> {
  const queues = {
    validation: makeQueue(queueName),
    webhooks: makeQueue(deliveriesQueue),
    upkeep: makeQueue(upkeepQueue),
  };
  try {
    await Promise.all(Object.values(queues).map((queue) => openInTime(queue, openingMs)));
    return queues;
  } catch (error) {
    await closeQueues(Object.values(queues));
    throw error;
  }
}

async function closeQueues(queues: ValidationQueue[]): Promise<void> {
  for (const result of await Promise.allSettled(queues.map((queue) => queue.close())))
    if (result.status === "rejected") log.debug({ err: result.reason }, "a queue did not close cleanly");
}
