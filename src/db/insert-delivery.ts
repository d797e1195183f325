import { db } from "./client";
import { toJson } from "./json";
import { newMessage, testEvent } from "./run-event";
import { type DeliveryView, toDeliveryView } from "./webhook-view";

/** A pending test message. Null when the owner has no such webhook. */
export async function insertTestDelivery(where: {
  ownerId: string;
  id: string;
}): Promise<DeliveryView | null> {
  const webhook = await db().webhook.findFirst({ where });
  if (!webhook) return null;
  const data = { ...newMessage(), webhookId: webhook.id, ...testEvent(webhook.id) };
  return toDeliveryView(await db().webhookDelivery.create({ data }));
}

/** A further delivery of the same message, id and text alike. Null when the owner has no such delivery. */
export async function insertRedelivery(input: { ownerId: string; id: string }): Promise<DeliveryView | null> {
  const where = { id: input.id, webhook: { ownerId: input.ownerId } };
  const sent = await db().webhookDelivery.findFirst({ where });
  if (!sent) return null;
  const { webhookId, runId, batchId, messageId, event } = sent;
  const payload = toJson(Object(sent.payload));
  const data = { ...newMessage(), webhookId, runId, batchId, messageId, event, payload };
  return toDeliveryView(await db().webhookDelivery.create({ data }));
}
