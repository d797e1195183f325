import { runEvents } from "@/queue/events";
import type { Snapshot } from "@/snapshot";
import type { Bell } from "./bell";

/** What the process-wide event reader brought for one owner's runs, coalesced per run. */
export interface RunsMailbox {
  takeSnapshots(): Snapshot[];
  /** Ids whose row must be read. */
  takeLooks(): string[];
  takeDeleted(): string[];
  close(): void;
}

export async function openRunsMailbox(ownerId: string, bell: Bell): Promise<RunsMailbox> {
  let snapshots = new Map<string, Snapshot>();
  let looks = new Set<string>();
  let deleted = new Set<string>();
  const events = runEvents();
  const offSnapshot = events.onSnapshot((snapshot) => {
    if (snapshot.ownerId !== ownerId) return;
    const known = snapshots.get(snapshot.runId);
    if (!known || snapshot.revision > known.revision) snapshots.set(snapshot.runId, snapshot);
    bell.ring();
  });
  const offChange = events.onChange((change) => {
    // The queue's own events do not say whose run it is: those are looked up by owner.
    if (change.ownerId ? change.ownerId !== ownerId : change.deleted) return;
    (change.deleted ? deleted : looks).add(change.runId);
    bell.ring();
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
    takeSnapshots() {
      const taken = [...snapshots.values()];
      snapshots = new Map();
      return taken;
    },
    takeLooks() {
      const taken = [...looks];
      looks = new Set();
      return taken;
    },
    takeDeleted() {
      const taken = [...deleted];
      deleted = new Set();
      return taken;
    },
    close,
  };
}
