import { db } from "./client";
import { databaseNow } from "./clock";
import type { Prisma } from "./generated/client";

/** Call after the bytes are gone. */
export async function markFileRemoved(id: string, client: Prisma.TransactionClient = db()): Promise<void> {
  await client.storedFile.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: await databaseNow(), deleteAfter: null },
  });
}
