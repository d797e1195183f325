import { createBell } from "./bell";

export interface Follower<T> {
  /** What is newer than what was taken before; null when nothing is. Throws when the last look failed. */
  take(): T | null;
  close(): void;
}

export interface Feed<T> {
  /** Rings at each new value, and at once when there is one. The first follower starts the looking, the last one ends it. */
  follow(ring: () => void): Follower<T>;
}

interface FeedOptions<T> {
  look(): Promise<T>;
  /** Calls back at each event after which another look may find something else. Returns how to stop. */
  listen(moved: () => void): () => void;
  /** However many events come, no look sooner than this after the last. */
  atMostEveryMs: number;
  /** Without any event, a look all the same. */
  atLeastEveryMs: number;
}

type Outcome<T> = { value: T } | { error: unknown };

/** One look for any number of followers: made when something moved, and slowly when nothing did. */
export function createFeed<T>({ look, listen, atMostEveryMs, atLeastEveryMs }: FeedOptions<T>): Feed<T> {
  const rings = new Set<() => void>();
  let last: Outcome<T> | null = null;
  let running: AbortController | null = null;

  const run = async (stop: AbortSignal) => {
    const bell = createBell(stop);
    const unlisten = listen(bell.ring);
    try {
      while (!stop.aborted) {
        const outcome: Outcome<T> = await look().then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
        if (stop.aborted) return;
        last = outcome;
        for (const ring of rings) ring();
        const lookedAt = performance.now();
        await bell.wait(atLeastEveryMs);
        await createBell(stop).wait(lookedAt + atMostEveryMs - performance.now());
      }
    } finally {
      unlisten();
    }
  };

  return {
    follow(ring) {
      // A ring of its own, so that the same function may follow twice.
      const mine = () => ring();
      rings.add(mine);
      if (!running) {
        running = new AbortController();
        last = null;
        void run(running.signal);
      } else if (last) mine();
      let taken: Outcome<T> | null = null;
      return {
        take() {
          if (last === null || last === taken) return null;
          taken = last;
          if ("error" in last) throw last.error;
          return last.value;
        },
        close() {
          rings.delete(mine);
          if (rings.size > 0) return;
          running?.abort();
          running = null;
        },
      };
    },
  };
}
