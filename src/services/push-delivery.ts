import type { DeliveryView } from "@/db/webhook-view";
import { log } from "@/log";
import { deliveries } from "@/queue/deliveries";
import { within } from "./within";

/** Hands a delivery that a person asked for to the queue. Should that fail, the worker's sweep finds its row. */
export async function pushDelivery(delivery: DeliveryView): Promise<DeliveryView> {
  try {
    await within(3000, deliveries().enqueue([delivery.id]));
  } catch (error) {
    log.warn({ err: error, deliveryId: delivery.id }, "a webhook delivery waits for the next sweep");
  }
  return delivery;
}
