import { db } from "./client";
import type { Prisma } from "./generated/client";

const mostAtOnce = 1000;

/** Whose deliveries: those of one run, of one batch, of a run and its batch, or all that were made before a moment. */
export type PendingOf = { runId?: string; batchId?: string | null } | { before: Date };

/** Ids of deliveries that are neither delivered nor given up. */
export async function listPendingDeliveries(which: PendingOf): Promise<string[]> {
  const rows = await db().webhookDelivery.findMany({
    where: { status: "pending", ...condition(which) },
    orderBy: { createdAt: "asc" },
    take: mostAtOnce,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

function condition(which: PendingOf): Prisma.WebhookDeliveryWhereInput {
  if ("before" in which) return { createdAt: { lt: which.before } };
  const { runId, batchId } = which;
  return { OR: [...(runId ? [{ runId }] : []), ...(batchId ? [{ batchId }] : [])] };
}
