import { makeQueue } from "./backend";
import { openInTime } from "./open-in-time";

export const upkeepQueue = "upkeep";
const openingMs = 10_000;

/** What is done by the clock, once for all workers. At fixed times, so that setting it again moves nothing. */
export const upkeepSchedules = {
  batches: "* * * * *",
  deliveries: "* * * * *",
  files: "*/10 * * * *",
  retention: "17 * * * *",
} as const;
export type Upkeep = keyof typeof upkeepSchedules;

/** Sets the schedules in the queue, where they outlive this process; those that are set already stay as they are. */
export async function setSchedules(schedules: Record<Upkeep, string> = upkeepSchedules): Promise<void> {
  const queue = makeQueue(upkeepQueue);
  try {
    await openInTime(queue, openingMs);
    for (const [name, pattern] of Object.entries(schedules))
      await queue.upsertJobScheduler(
        name,
        { pattern, tz: "UTC" },
        { name, opts: { attempts: 1, removeOnComplete: 10, removeOnFail: 10 } },
      );
  } finally {
    await queue.close();
  }
}
