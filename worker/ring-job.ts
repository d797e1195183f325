import type { Job } from "bullmq";
import { log } from "@/log";
import { Snapshot } from "@/snapshot";
import { describeError } from "./describe-error";

const patienceMs = 1_000;

/**
 * Rings the bell with the newest snapshot, one at a time. The row is the truth: neither a job that has gone nor a
 * queue that is away holds up the run, so a ring waits for at most a second, and not at all while an earlier one does.
 */
export function bellOf(job: Pick<Job, "id" | "updateProgress">) {
  let next: Snapshot | undefined;
  let ringing: Promise<void> | undefined;

  const ringAll = async () => {
    while (next) {
      const snapshot = next;
      next = undefined;
      try {
        // Parsed, so that nothing but a snapshot's own fields enters the queue.
        await job.updateProgress(Snapshot.parse(snapshot));
      } catch (error) {
        log.debug({ jobId: job.id, error: describeError(error) }, "progress could not be announced");
      }
    }
    ringing = undefined;
  };
  return async (snapshot: Snapshot): Promise<void> => {
    next = snapshot;
    if (ringing) return;
    ringing = ringAll();
    await atMost(patienceMs, ringing);
  };
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
