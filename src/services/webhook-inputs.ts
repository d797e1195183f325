import { z } from "zod";

export const AddWebhookInput = z.object({
  url: z
    .string()
    .min(1)
    .max(2000)
    .meta({ description: "Where to send messages; https and a public address." }),
});
export type AddWebhookInput = z.infer<typeof AddWebhookInput>;

export const WebhookId = z.object({ webhookId: z.uuid() });
export type WebhookId = z.infer<typeof WebhookId>;

export const DeliveryId = z.object({ deliveryId: z.uuid() });
export type DeliveryId = z.infer<typeof DeliveryId>;

export const ListDeliveriesInput = WebhookId.extend({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(25),
});
export type ListDeliveriesInput = z.infer<typeof ListDeliveriesInput>;
