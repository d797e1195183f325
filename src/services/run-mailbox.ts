import { runEvents } from "@/queue/events";
import type { Snapshot } from "@/snapshot";
import type { Bell } from "./bell";

/** What the process-wide event reader brought for one run since it was last emptied. */
export interface RunMailbox {
  /** The newest snapshot that came, or null. Older ones it replaced are of no use to a reader. */
  takeSnapshot(): Snapshot | null;
  /** True when something happened to this run that only its row can tell. */
  takeLook(): boolean;
  /** True when anything happened in the queue, so that the run may have another place in it. */
  takeQueueMoved(): boolean;
  close(): void;
}

/** `isWaiting` says whether the run's place in the queue matters now; if not, what happens to other runs rings no bell. */
export async function openRunMailbox(
  runId: string,
  bell: Bell,
  isWaiting: () => boolean,
): Promise<RunMailbox> {
  let newest: Snapshot | null = null;
  let look = false;
  let queueMoved = false;
  const events = runEvents();
  const offSnapshot = events.onSnapshot((snapshot) => {
    if (snapshot.runId !== runId) return;
    if (!newest || snapshot.revision > newest.revision) newest = snapshot;
    bell.ring();
  });
  const offChange = events.onChange((change) => {
    queueMoved = true;
    if (change.runId === runId) look = true;
    if (look || isWaiting()) bell.ring();
  });
  const close = () => {
    offSnapshot();
    offChange();
  };
  try {
    await events.ready();
  } catch (error) {
    close();
    throw error;
  }
  return {
    takeSnapshot() {
      const taken = newest;
      newest = null;
      return taken;
    },
    takeLook() {
      const taken = look;
      look = false;
      return taken;
    },
    takeQueueMoved() {
      const taken = queueMoved;
      queueMoved = false;
      return taken;
    },
    close,
  };
}
