import { db } from "./client";

/** Deletes what was noted before a moment about runs that have ended. Returns the number of entries deleted. */
export async function purgeLogs(before: Date): Promise<number> {
  const { count } = await db().validationLog.deleteMany({
    where: { timestamp: { lt: before }, run: { status: { in: ["completed", "failed", "cancelled"] } } },
  });
  return count;
}

/** Deletes webhook deliveries that were made before a moment and are over. Returns the number deleted. */
export async function purgeDeliveries(before: Date): Promise<number> {
  const { count } = await db().webhookDelivery.deleteMany({
    where: { createdAt: { lt: before }, status: { not: "pending" } },
  });
  return count;
}
