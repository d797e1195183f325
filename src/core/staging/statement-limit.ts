import type { Staging } from "./open-staging";

/** A rule's statements took longer than all of them together may. */
export class TimeLimitReached extends Error {
  constructor(readonly seconds: number) {
    super(`took longer than ${seconds} s`);
    this.name = "TimeLimitReached";
  }
}

/** Makes a time limit for the statements of one rule: those that run past it are interrupted. */
export function statementLimit({ connection }: Staging, seconds: number) {
  let left = seconds * 1000;
  return {
    /** Throws TimeLimitReached when the time is up, and what the work throws. */
    async within<T>(work: () => Promise<T>): Promise<T> {
      const started = performance.now();
      let isLate = left <= 0;
      if (isLate) throw new TimeLimitReached(seconds);
      const timer = setTimeout(() => {
        isLate = true;
        connection.interrupt();
      }, left);
      try {
        const result = await work();
        if (isLate) throw new TimeLimitReached(seconds);
        return result;
      } catch (error) {
        throw isLate ? new TimeLimitReached(seconds) : error;
      } finally {
        clearTimeout(timer);
        left -= performance.now() - started;
      }
    },
  };
}
