import { randomUUID } from "node:crypto";
import { db } from "./client";
import { databaseIn } from "./clock";
import { type FileView, toFileView } from "./file-view";
import { safeText } from "./safe-text";

/** An upload that no run comes for, or whose run's end was never settled, goes after this time. */
const abandonedMs = 24 * 3_600_000;

export interface NewFile {
  ownerId: string;
  name: string;
  storageKey: string;
  bytes: number;
  sha256: string;
  keepHours?: number | null;
}

export async function insertFile(file: NewFile): Promise<FileView> {
  const row = await db().storedFile.create({
    data: {
      id: randomUUID(),
      ownerId: file.ownerId,
      name: safeText(file.name),
      storageKey: file.storageKey,
      bytes: BigInt(file.bytes),
      sha256: file.sha256,
      keepHours: file.keepHours ?? null,
      deleteAfter: await databaseIn(abandonedMs),
    },
  });
  return toFileView(row);
}
