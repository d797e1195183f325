import { listPendingDeliveries, type PendingOf } from "@/db/list-pending-deliveries";
import { log } from "@/log";
import { deliveries } from "@/queue/deliveries";

const patienceMs = 3_000;

/**
 * Hands pending deliveries to the queue: those of a run or a batch, or those made before a moment. Never throws and waits for 3 s
 * at most: the rows are written, so what does not reach the queue now is found by the sweep.
 */
export async function sendOff(which: PendingOf): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  try {
    await Promise.race([enqueue(which), late]);
  } catch (error) {
    const kind = error instanceof Error ? error.name : "unknown";
    log.warn({ kind, ...("runId" in which ? which : {}) }, "webhook deliveries wait for the next sweep");
  } finally {
    clearTimeout(timer);
  }
}

async function enqueue(which: PendingOf): Promise<void> {
  const ids = await listPendingDeliveries(which);
  if (ids.length > 0) await deliveries().enqueue(ids);
}
