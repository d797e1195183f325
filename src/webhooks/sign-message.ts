import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

/** A new signing secret, in the form of Standard Webhooks. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** The headers of Standard Webhooks for one attempt: the id stays over all attempts, the time and so the signature do not. */
export function signatureHeaders(
  secret: string,
  message: { id: string; body: string; at: Date },
): Record<string, string> {
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(Math.floor(message.at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(message.id, message.at, message.body),
  };
}
