import { onGlobal } from "@/on-global";
import type { Snapshot } from "@/snapshot";
import type { BatchChange } from "./contract";
import { openEventReader } from "./event-reader";
import { createFanOut } from "./fan-out";

/** Something happened to a run that only its row can tell. */
export interface RunNews {
  runId: string;
  /** Null for the queue's own events, which do not say whose run it is. */
  ownerId: string | null;
  deleted: boolean;
}

export interface RunEvents {
  /** Hears every snapshot of every run. Returns how to stop. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Hears that a run changed, moved in the queue, or was deleted. Returns how to stop. */
  onChange(listener: (news: RunNews) => void): () => void;
  /** Hears that a batch changed in a way that no run of it tells. Returns how to stop. */
  onBatch(listener: (change: BatchChange) => void): () => void;
  /** Resolves when no event can be missed any more. Throws when the queue does not answer within 5 s. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The one reader of queue events of this process, opened by its first listener. A bell: Postgres is the truth. */
export function runEvents(): RunEvents {
  return onGlobal("run-events", makeRunEvents);
}

function makeRunEvents(): RunEvents {
  const snapshots = createFanOut<Snapshot>();
  const changes = createFanOut<RunNews>();
  const batches = createFanOut<BatchChange>();
  let reader: ReturnType<typeof openEventReader> | undefined;
  const open = () => {
    reader ??= openEventReader({
      onSnapshot: snapshots.tell,
      onChange: changes.tell,
      onBatch: batches.tell,
    });
    return reader;
  };
  return {
    onSnapshot(listener) {
      open();
      return snapshots.add(listener);
    },
    onChange(listener) {
      open();
      return changes.add(listener);
    },
    onBatch(listener) {
      open();
      return batches.add(listener);
    },
    ready: () => open().ready(),
    async close() {
      const closing = reader;
      reader = undefined;
      await closing?.close();
    },
  };
}
