import { db } from "./client";
import { databaseNow } from "./clock";

interface DeliveryAttempt {
  id: string;
  status: "pending" | "delivered" | "failed";
  statusCode: number | null;
  error: string | null;
}

/** Writes how an attempt at a delivery went, unless the delivery has ended in the meantime. */
export async function recordAttempt({ id, ...outcome }: DeliveryAttempt): Promise<void> {
  const now = await databaseNow();
  await db().webhookDelivery.updateMany({
    where: { id, status: "pending" },
    data: {
      ...outcome,
      attempt: { increment: 1 },
      attemptedAt: now,
      ...(outcome.status === "delivered" ? { deliveredAt: now } : {}),
    },
  });
}
