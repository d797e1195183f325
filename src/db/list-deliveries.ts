import { db } from "./client";
import { readCursor, TimedCursor, timedCursorOf } from "./cursor";
import type { Prisma } from "./generated/client";
import { type DeliveryView, toDeliveryView } from "./webhook-view";

export interface DeliveriesQuery {
  ownerId: string;
  webhookId: string;
  cursor?: string | undefined;
  limit: number;
}

/** Newest first; null when the owner has no such webhook. Throws AppError `invalid-input` for a cursor of another list. */
export async function listDeliveries(
  query: DeliveriesQuery,
): Promise<{ items: DeliveryView[]; nextCursor: string | null } | null> {
  const { ownerId, webhookId, limit } = query;
  if ((await db().webhook.count({ where: { id: webhookId, ownerId } })) === 0) return null;
  const where: Prisma.WebhookDeliveryWhereInput = { webhookId };
  if (query.cursor) {
    const { at, id } = readCursor(TimedCursor, query.cursor);
    where.OR = [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }];
  }
  const rows = await db().webhookDelivery.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { items: page.map(toDeliveryView), nextCursor: last ? timedCursorOf(last) : null };
}
