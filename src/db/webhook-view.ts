import type { Webhook, WebhookDelivery } from "./generated/client";

export interface WebhookView {
  id: string;
  url: string;
  createdAt: string;
}

export interface DeliveryView {
  id: string;
  messageId: string;
  event: string;
  runId: string | null;
  batchId: string | null;
  status: "pending" | "delivered" | "failed";
  /** Attempts made. */
  attempt: number;
  statusCode: number | null;
  /** Why the last attempt failed, as a code. */
  error: string | null;
  createdAt: string;
  attemptedAt: string | null;
}

/** A webhook without its secret, which is shown once, when it is made. */
export function toWebhookView({ id, url, createdAt }: Webhook): WebhookView {
  return { id, url, createdAt: createdAt.toISOString() };
}

export function toDeliveryView(row: WebhookDelivery): DeliveryView {
  const { id, messageId, event, runId, batchId, attempt, statusCode, error } = row;
  const status = row.status === "delivered" || row.status === "failed" ? row.status : "pending";
  const attemptedAt = row.attemptedAt?.toISOString() ?? null;
  const createdAt = row.createdAt.toISOString();
  return { id, messageId, event, runId, batchId, status, attempt, statusCode, error, createdAt, attemptedAt };
}
