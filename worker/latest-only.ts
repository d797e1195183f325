export interface LatestOnly<T> {
  push(value: T): void;
  /** Drops what waits and resolves when no write is under way. */
  stop(): Promise<void>;
}

/** Writes the newest value at most once every `everyMs`, never two at a time; values in between are dropped. */
export function latestOnly<T>(options: {
  everyMs: number;
  write(value: T): Promise<void>;
  onError(error: unknown): void;
}): LatestOnly<T> {
  let waiting: { value: T } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let startedAt = Number.NEGATIVE_INFINITY;
  let stopped = false;

  const schedule = () => {
    if (!waiting || timer || writing || stopped) return;
    timer = setTimeout(begin, Math.max(0, startedAt + options.everyMs - performance.now()));
  };
  const begin = () => {
    timer = undefined;
    const next = waiting;
    waiting = undefined;
    if (!next) return;
    startedAt = performance.now();
    writing = options
      .write(next.value)
      .catch(options.onError)
      .finally(() => {
        writing = undefined;
        schedule();
      });
  };
  return {
    push(value) {
      waiting = { value };
      schedule();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await writing;
    },
  };
}
