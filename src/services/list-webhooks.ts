import { listWebhooks as readWebhooks } from "@/db/list-webhooks";
import type { WebhookView } from "@/db/webhook-view";
import type { Context } from "./context";

/** The actor's webhooks, oldest first, without their secrets. */
export async function listWebhooks({ ctx }: { ctx: Context }): Promise<WebhookView[]> {
  return readWebhooks({ ownerId: ctx.actor.ownerId });
}
