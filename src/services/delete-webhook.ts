import { deleteWebhook as eraseWebhook } from "@/db/delete-webhook";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { WebhookId } from "./webhook-inputs";

/** Deletes a webhook with its delivery log; what was still to be delivered is not. Throws AppError `not-found`. */
export async function deleteWebhook({ ctx, input }: Call<WebhookId>): Promise<WebhookId> {
  const { webhookId } = input;
  if (!(await eraseWebhook({ ownerId: ctx.actor.ownerId, id: webhookId })))
    throw new AppError("not-found", "There is no such webhook.");
  return { webhookId };
}
