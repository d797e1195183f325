/** How many jobs are in each state that an operator asks about. */
export interface QueueDepth {
  waiting: number;
  active: number;
  delayed: number;
  completed: number;
  failed: number;
  isPaused: boolean;
}

/** All that BullMQ lets one ask for; a job that waits with a priority is "prioritized". */
export const depthStates = ["waiting", "prioritized", "active", "delayed", "completed", "failed"] as const;

/** Puts BullMQ's counts into the five states of a person's words. */
export function sumDepth(counts: Partial<Record<string, number>>, isPaused: boolean): QueueDepth {
  const of = (state: string) => counts[state] ?? 0;
  return {
    // Asked for "waiting", BullMQ tells what waits in a paused queue apart.
    waiting: of("waiting") + of("prioritized") + of("paused"),
    active: of("active"),
    delayed: of("delayed"),
    completed: of("completed"),
    failed: of("failed"),
    isPaused,
  };
}
