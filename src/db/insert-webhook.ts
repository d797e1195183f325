import { randomUUID } from "node:crypto";
import { db } from "./client";
import { toWebhookView, type WebhookView } from "./webhook-view";

export async function insertWebhook(webhook: {
  ownerId: string;
  url: string;
  secret: string;
}): Promise<WebhookView> {
  return toWebhookView(await db().webhook.create({ data: { id: randomUUID(), ...webhook } }));
}
