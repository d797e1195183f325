import { db } from "./client";
import { type FileView, toFileView } from "./file-view";

const mostAtOnce = 1000;

/** Files past their time that no run waits for or works on, the oldest deadline first. */
export async function listFilesToSweep(now: Date): Promise<FileView[]> {
  const rows = await db().storedFile.findMany({
    where: {
      removedAt: null,
      deleteAfter: { lte: now },
      runs: { none: { status: { in: ["queued", "processing"] } } },
    },
    orderBy: { deleteAfter: "asc" },
    take: mostAtOnce,
  });
  return rows.map(toFileView);
}
