import type { BatchChange } from "@/queue/contract";
import { type RunNews, runEvents } from "@/queue/events";
import type { Snapshot } from "@/snapshot";
import type { Bell } from "./bell";
import { processMetrics } from "./process-metrics";

/** Which of the process-wide reader's events a watcher wants. */
export interface Wanted {
  snapshot(snapshot: Snapshot): boolean;
  /** What a change means to it: a row to read, a run that is gone, a queue that moved, or nothing. */
  change(news: RunNews): "look" | "deleted" | "moved" | null;
  /** Whether a change of a batch means anything to it. */
  batch?(change: BatchChange): boolean;
}

/** What came since it was last emptied, coalesced: of each run only the newest snapshot. */
export interface Mailbox {
  takeSnapshots(): Snapshot[];
  /** Ids of runs whose row must be read. */
  takeLooks(): string[];
  takeDeleted(): string[];
  /** True when the queue moved, so that a run may have another place in it. */
  takeMoved(): boolean;
  close(): void;
}

/** Opens once no event can be missed any more. Throws when the queue does not answer. */
export async function openMailbox(bell: Bell, wanted: Wanted): Promise<Mailbox> {
  const snapshots = new Map<string, Snapshot>();
  const changes = { look: new Set<string>(), deleted: new Set<string>(), moved: new Set<string>() };
  const events = runEvents();
  const offSnapshot = events.onSnapshot((snapshot) => {
    if (!wanted.snapshot(snapshot)) return;
    const known = snapshots.get(snapshot.runId);
    if (!known || snapshot.revision > known.revision) snapshots.set(snapshot.runId, snapshot);
    bell.ring();
  });
  const offChange = events.onChange((news) => {
    const kind = wanted.change(news);
    if (!kind) return;
    changes[kind].add(news.runId);
    bell.ring();
  });
  const offBatch = wanted.batch
    ? events.onBatch((change) => {
        if (wanted.batch?.(change)) bell.ring();
      })
    : () => {};
  const { streams } = processMetrics();
  streams.inc();
  let isOpen = true;
  const close = () => {
    offSnapshot();
    offChange();
    offBatch();
    if (isOpen) streams.dec();
    isOpen = false;
  };
  try {
    await events.ready();
  } catch (error) {
    close();
    throw error;
  }
  return {
    takeSnapshots: () => take(snapshots),
    takeLooks: () => take(changes.look),
    takeDeleted: () => take(changes.deleted),
    takeMoved: () => take(changes.moved).length > 0,
    close,
  };
}

function take<T>(from: { values(): Iterable<T>; clear(): void }): T[] {
  const taken = [...from.values()];
  from.clear();
  return taken;
}
