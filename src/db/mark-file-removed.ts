import { db } from "./client";
import type { Prisma } from "./generated/client";

/** Call after the bytes are gone. */
export async function markFileRemoved(id: string, client: Prisma.TransactionClient = db()): Promise<void> {
  await client.storedFile.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: new Date(), deleteAfter: null },
  });
}
