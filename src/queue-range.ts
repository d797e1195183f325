export const queueRanges = ["hour", "day", "week"] as const;
export type QueueRange = (typeof queueRanges)[number];

/** How a stretch of time is cut for the charts: so many steps of so many seconds. */
export const stepsOf: Record<QueueRange, { count: number; seconds: number }> = {
  hour: { count: 60, seconds: 60 },
  day: { count: 96, seconds: 900 },
  week: { count: 84, seconds: 7200 },
};
