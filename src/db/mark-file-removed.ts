import { db } from "./client";

/** Call after the bytes are gone. */
export async function markFileRemoved(id: string): Promise<void> {
  await db().storedFile.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: new Date(), deleteAfter: null },
  });
}
