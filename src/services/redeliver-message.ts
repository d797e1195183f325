import { insertRedelivery } from "@/db/insert-delivery";
import type { DeliveryView } from "@/db/webhook-view";
import { AppError } from "@/errors";
import type { Call } from "./context";
import { pushDelivery } from "./push-delivery";
import type { DeliveryId } from "./webhook-inputs";

/**
 * Sends a message again: same id and content, so that a receiver that has it already can tell. The earlier delivery
 * stays in the log. Throws AppError `not-found`.
 */
export async function redeliverMessage({ ctx, input }: Call<DeliveryId>): Promise<DeliveryView> {
  const delivery = await insertRedelivery({ ownerId: ctx.actor.ownerId, id: input.deliveryId });
  if (!delivery) throw new AppError("not-found", "There is no such delivery.");
  return pushDelivery(delivery);
}
