import { queuePosition } from "@/db/queue-position";
import type { Snapshot } from "@/snapshot";
import { livingWorkers } from "./living-workers";

const atMostEveryMs = 500;

/** Keeps one run's place in the queue and the number of living workers, asked at most twice a second and only while the run waits. */
export function createQueuePlace(runId: string) {
  let place: { position: number | null; workers: number | null } = { position: null, workers: null };
  let askedAt = Number.NEGATIVE_INFINITY;
  let stale = true;
  return {
    current: () => place,
    /** The queue moved, so the place may be another. */
    moved() {
      stale = true;
    },
    /** Asks again when that is due, or when `now` is true and the run waits; true when the answer is another one. */
    async refresh(snapshot: Snapshot, now: boolean): Promise<boolean> {
      const before = place;
      if (snapshot.status !== "queued") {
        place = { position: null, workers: null };
        return before.position !== null;
      }
      if (!now && !(stale && performance.now() - askedAt >= atMostEveryMs)) return false;
      stale = false;
      askedAt = performance.now();
      const [position, workers] = await Promise.all([queuePosition(runId), livingWorkers()]);
      place = { position, workers };
      return position !== before.position || workers !== before.workers;
    },
    /** Milliseconds until the next question is due; infinite while none is. */
    dueIn(snapshot: Snapshot): number {
      if (!stale || snapshot.status !== "queued") return Number.POSITIVE_INFINITY;
      return askedAt + atMostEveryMs - performance.now();
    },
  };
}
