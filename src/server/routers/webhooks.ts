import { addWebhook } from "@/services/add-webhook";
import { deleteWebhook } from "@/services/delete-webhook";
import { listDeliveries } from "@/services/list-deliveries";
import { listWebhooks } from "@/services/list-webhooks";
import { redeliverMessage } from "@/services/redeliver-message";
import { testWebhook } from "@/services/test-webhook";
import { AddWebhookInput, DeliveryId, ListDeliveriesInput, WebhookId } from "@/services/webhook-inputs";
import { procedure, router } from "../trpc";

export const webhooksRouter = router({
  list: procedure.query((call) => listWebhooks(call)),
  add: procedure.input(AddWebhookInput).mutation((call) => addWebhook(call)),
  delete: procedure.input(WebhookId).mutation((call) => deleteWebhook(call)),
  test: procedure.input(WebhookId).mutation((call) => testWebhook(call)),
  deliveries: procedure.input(ListDeliveriesInput).query((call) => listDeliveries(call)),
  redeliver: procedure.input(DeliveryId).mutation((call) => redeliverMessage(call)),
});
