import { insertWebhook } from "@/db/insert-webhook";
import { listWebhooks } from "@/db/list-webhooks";
import type { WebhookView } from "@/db/webhook-view";
import { env } from "@/env";
import { AppError } from "@/errors";
import { checkWebhookUrl } from "@/webhooks/check-url";
import { makeSecret } from "@/webhooks/sign-message";
import type { Call } from "./context";
import type { AddWebhookInput } from "./webhook-inputs";

const mostWebhooks = 20;

/**
 * Adds an address that is told of each run that ends. The secret is in this answer and never again. Throws AppError
 * `invalid-input` for an address that may not be used, `conflict` when there are 20 already.
 */
export async function addWebhook({
  ctx,
  input,
}: Call<AddWebhookInput>): Promise<WebhookView & { secret: string }> {
  const { ownerId } = ctx.actor;
  const url = await checkWebhookUrl(input.url, env().WEBHOOK_PRIVATE_HOSTS);
  const others = await listWebhooks({ ownerId });
  if (others.length >= mostWebhooks)
    throw new AppError("conflict", `There are ${mostWebhooks} webhooks already.`);
  const secret = makeSecret();
  return { ...(await insertWebhook({ ownerId, url, secret })), secret };
}
