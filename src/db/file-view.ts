import type { StoredFile } from "./generated/client";

export interface FileView {
  id: string;
  ownerId: string;
  name: string;
  storageKey: string;
  bytes: number;
  sha256: string;
  /** Hours that the owner asked to keep the bytes after a run has ended. */
  keepHours: number | null;
  createdAt: string;
  deleteAfter: string | null;
  removedAt: string | null;
}

export function toFileView(row: StoredFile): FileView {
  return {
    ...row,
    bytes: Number(row.bytes),
    createdAt: row.createdAt.toISOString(),
    deleteAfter: row.deleteAfter?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
  };
}
