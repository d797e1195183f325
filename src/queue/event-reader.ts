import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { QueueEventsListener } from "bullmq";
import { log } from "@/log";
import { Snapshot } from "@/snapshot";
import { type EventReader, makeEventsProducer, makeQueueEvents } from "./backend";
import { BatchChange, batchChangeEvent, RunChange, runChangeEvent, runIdOf } from "./contract";
import type { RunNews } from "./events";
import { openInTime } from "./open-in-time";

const readyMs = 5_000;
const echoEveryMs = 200;
const firstRetryMs = 250;
const longestRetryMs = 10_000;

const echoEvent = "reader-echo";
const jobEvents = ["waiting", "active", "completed", "failed", "delayed", "removed", "stalled"] as const;

interface Listener extends QueueEventsListener {
  [runChangeEvent]: (args: { change: string }, id: string) => void;
  [batchChangeEvent]: (args: { change: string }, id: string) => void;
  [echoEvent]: (args: { nonce: string }, id: string) => void;
}

interface Hearers {
  onSnapshot(snapshot: Snapshot): void;
  onChange(news: RunNews): void;
  onBatch(change: BatchChange): void;
}

/** Reads the queue's events until it is closed, and begins anew with a growing wait when the reading breaks off. */
export function openEventReader(hearers: Hearers) {
  const closing = new AbortController();
  let source: EventReader | undefined;
  let heard = createEcho();

  const readOnce = async () => {
    const mine = makeQueueEvents();
    source = mine;
    listen(mine, hearers, (nonce) => heard.hear(nonce));
    try {
      await mine.run();
    } finally {
      await mine
        .close()
        .catch((err: unknown) => log.debug({ err }, "the event reader did not close cleanly"));
    }
  };
  const readForEver = async () => {
    for (let waitMs = firstRetryMs; !closing.signal.aborted; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      await readOnce().catch((err: unknown) => log.warn({ err }, "the queue's events cannot be read"));
      heard = createEcho();
      await pause(waitMs, undefined, { signal: closing.signal }).catch(() => {});
    }
  };
  const reading = readForEver();

  return {
    async ready() {
      await heard.wait();
    },
    async close() {
      closing.abort();
      await source?.close().catch(() => {});
      await reading;
    },
  };
}

/**
 * Finds out when the reader is reading: it publishes a word of its own and waits to hear it. From then on the reader
 * has a place in the stream, and goes on from it after any interruption.
 */
function createEcho() {
  const nonce = randomUUID();
  let tell = () => {};
  let isHeard = false;
  const hearing = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let asking: Promise<void> | undefined;

  const ask = async () => {
    const producer = makeEventsProducer();
    try {
      await openInTime(producer, readyMs);
      const deadline = performance.now() + readyMs;
      while (!isHeard) {
        if (performance.now() > deadline)
          throw new Error(`the queue's events did not come within ${readyMs} ms`);
        await producer.publishEvent({ eventName: echoEvent, nonce });
        await Promise.race([hearing, pause(echoEveryMs)]);
      }
    } finally {
      await producer.close().catch(() => {});
    }
  };
  return {
    hear(word: string) {
      if (word !== nonce) return;
      isHeard = true;
      tell();
    },
    wait() {
      asking ??= ask().catch((error: unknown) => {
        asking = undefined;
        throw error;
      });
      return asking;
    },
  };
}

function listen(
  source: EventReader,
  { onSnapshot, onChange, onBatch }: Hearers,
  hearEcho: (nonce: string) => void,
) {
  source.on<Listener>("progress", ({ data }: { data: unknown }) => {
    const snapshot = Snapshot.safeParse(data);
    if (snapshot.success) onSnapshot(snapshot.data);
  });
  for (const event of jobEvents) {
    source.on<Listener>(event, ({ jobId }: { jobId: string }) => {
      const runId = runIdOf(jobId);
      log.debug({ jobId, runId, event }, "queue event");
      if (runId) onChange({ runId, ownerId: null, deleted: false });
    });
  }
  source.on<Listener>(runChangeEvent, ({ change }: { change: string }) => {
    const parsed = RunChange.safeParse(JSON.parse(change));
    if (parsed.success) onChange(parsed.data);
  });
  source.on<Listener>(batchChangeEvent, ({ change }: { change: string }) => {
    const parsed = BatchChange.safeParse(JSON.parse(change));
    if (parsed.success) onBatch(parsed.data);
  });
  source.on<Listener>(echoEvent, ({ nonce }: { nonce: string }) => hearEcho(nonce));
}
