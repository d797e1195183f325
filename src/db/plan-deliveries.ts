import type { Prisma } from "./generated/client";
import { newMessage } from "./run-event";

/** What is told, and of which run or batch. */
interface Told {
  runId?: string;
  batchId?: string;
  event: string;
  payload: Prisma.InputJsonObject;
}

/** Writes a pending delivery of each message for each of the owner's webhooks: committed with the end, so none is forgotten. */
export async function planDeliveries(
  tx: Prisma.TransactionClient,
  ownerId: string,
  messages: readonly Told[],
): Promise<void> {
  const webhooks = await tx.webhook.findMany({ where: { ownerId }, select: { id: true } });
  if (webhooks.length === 0 || messages.length === 0) return;
  await tx.webhookDelivery.createMany({
    data: webhooks.flatMap(({ id: webhookId }) =>
      messages.map((told) => ({ ...newMessage(), webhookId, ...told })),
    ),
  });
}
