import { db } from "./client";

/** Sets when the sweep may remove the bytes; null keeps them until another deadline is set. */
export async function setFileDeadline(id: string, deleteAfter: Date | null): Promise<void> {
  await db().storedFile.updateMany({ where: { id, removedAt: null }, data: { deleteAfter } });
}
