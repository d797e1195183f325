import { db } from "./client";

/** Webhook deliveries that are neither delivered nor given up, all owners together. */
export function countPendingDeliveries(): Promise<number> {
  return db().webhookDelivery.count({ where: { status: "pending" } });
}
