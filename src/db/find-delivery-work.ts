import { db } from "./client";

export interface DeliveryWork {
  url: string;
  secret: string;
  /** Null for a test. */
  runId: string | null;
  messageId: string;
  body: string;
}

/** What is to be sent, and where; null when it is done already or its webhook is gone. */
export async function findDeliveryWork(id: string): Promise<DeliveryWork | null> {
  const row = await db().webhookDelivery.findFirst({
    where: { id, status: "pending" },
    include: { webhook: { select: { url: true, secret: true } } },
  });
  if (!row) return null;
  const { messageId, runId, payload, webhook } = row;
  return { ...webhook, messageId, runId, body: JSON.stringify(payload) };
}
