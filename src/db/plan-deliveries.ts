import type { Snapshot } from "@/snapshot";
import type { Prisma } from "./generated/client";
import { newMessage, runEvent } from "./run-event";

/** Writes a pending delivery for each of the owner's webhooks: committed with the run's end, so none is forgotten. */
export async function planDeliveries(tx: Prisma.TransactionClient, snapshot: Snapshot): Promise<void> {
  const { runId, ownerId } = snapshot;
  const webhooks = await tx.webhook.findMany({ where: { ownerId }, select: { id: true } });
  if (webhooks.length === 0) return;
  const said = runEvent(snapshot);
  await tx.webhookDelivery.createMany({
    data: webhooks.map(({ id: webhookId }) => ({ ...newMessage(), webhookId, runId, ...said })),
  });
}
