import { db } from "./client";

const mostAtOnce = 1000;

/** Ids of deliveries that are neither delivered nor given up: those of one run, or those made before a moment. */
export async function listPendingDeliveries(which: { runId: string } | { before: Date }): Promise<string[]> {
  const rows = await db().webhookDelivery.findMany({
    where: { status: "pending", ...("runId" in which ? which : { createdAt: { lt: which.before } }) },
    orderBy: { createdAt: "asc" },
    take: mostAtOnce,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
