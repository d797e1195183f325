import { insertTestDelivery } from "@/db/insert-delivery";
import type { DeliveryView } from "@/db/webhook-view";
import { AppError } from "@/errors";
import type { Call } from "./context";
import { pushDelivery } from "./push-delivery";
import type { WebhookId } from "./webhook-inputs";

/** Sends the webhook a message of type `webhook.test`. Throws AppError `not-found`. */
export async function testWebhook({ ctx, input }: Call<WebhookId>): Promise<DeliveryView> {
  const delivery = await insertTestDelivery({ ownerId: ctx.actor.ownerId, id: input.webhookId });
  if (!delivery) throw new AppError("not-found", "There is no such webhook.");
  return pushDelivery(delivery);
}
