import { db } from "./client";
import { type FileView, toFileView } from "./file-view";

export async function findFile({ ownerId, id }: { ownerId: string; id: string }): Promise<FileView | null> {
  const row = await db().storedFile.findFirst({ where: { id, ownerId } });
  return row && toFileView(row);
}
