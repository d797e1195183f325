import { db } from "./client";
import { toWebhookView, type WebhookView } from "./webhook-view";

/** Oldest first. */
export async function listWebhooks({ ownerId }: { ownerId: string }): Promise<WebhookView[]> {
  const rows = await db().webhook.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toWebhookView);
}
