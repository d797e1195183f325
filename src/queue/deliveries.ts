import type { JobsOptions } from "bullmq";
import { z } from "zod";
import { env } from "@/env";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { makeQueue, type ValidationQueue } from "./backend";
import { openInTime } from "./open-in-time";

export const deliveriesQueue = "webhooks";
const openingMs = 3_000;

/** All that a job carries: what is said, and to whom, stays in the database. */
export const DeliveryJob = z.strictObject({ deliveryId: z.uuid() });

export interface Deliveries {
  /** Adds a job for each delivery that has none. Throws when the queue is away. */
  enqueue(deliveryIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The process's way to the queue of webhook deliveries. It connects at first use. */
export function deliveries(): Deliveries {
  return onGlobal("deliveries", makeDeliveries);
}

/** How long to wait before the attempt after the `made`th. */
export function waitBeforeNext(made: number): number {
  const seconds = env().WEBHOOK_RETRY_SECONDS;
  return (seconds[made - 1] ?? seconds.at(-1) ?? 1) * 1000;
}

function makeDeliveries(): Deliveries {
  let opening: Promise<ValidationQueue> | undefined;
  const open = () => {
    opening ??= openQueue().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    async enqueue(deliveryIds) {
      const queue = await open();
      const opts: JobsOptions = {
        attempts: env().WEBHOOK_RETRY_SECONDS.length + 1,
        backoff: { type: "custom" },
        removeOnComplete: true,
        removeOnFail: true,
      };
      await queue.addBulk(
        deliveryIds.map((deliveryId) => ({
          name: "deliver",
          data: { deliveryId },
          opts: { ...opts, jobId: `delivery-${deliveryId}` },
        })),
      );
    },
    async close() {
      const queue = await opening?.catch(() => undefined);
      opening = undefined;
      await queue?.close();
    },
  };
}

async function openQueue(): Promise<ValidationQueue> {
  const queue = makeQueue(deliveriesQueue);
  try {
    await openInTime(queue, openingMs);
    return queue;
  } catch (error) {
    await queue.close().catch((err: unknown) => log.debug({ err }, "the queue did not close cleanly"));
    throw error;
  }
}
