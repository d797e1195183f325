/** Says when enough time has passed since the last report. */
export function makePacer(everyMs = 200) {
  let last = performance.now();
  return {
    isPast: () => performance.now() - last >= everyMs,
    /** The same, and starts the next interval. */
    isDue(): boolean {
      const now = performance.now();
      if (now - last < everyMs) return false;
      last = now;
      return true;
    },
  };
}
