import { databaseIn } from "@/db/clock";
import { listUnfinishedRuns } from "@/db/list-unfinished-runs";
import { markFileRemoved } from "@/db/mark-file-removed";
import { setFileDeadline } from "@/db/set-file-deadline";
import { whileFilesMayGo } from "@/db/while-files-may-go";
import { env } from "@/env";
import { storage } from "@/storage/storage";

interface KeptFile {
  id: string;
  storageKey: string;
  keepHours: number | null;
}

type Outcome = "completed" | "failed";

function hoursToKeep(file: KeptFile, outcome: Outcome): number {
  const { COMPLETED_FILE_HOURS, FAILED_FILE_HOURS } = env();
  return Math.max(outcome === "completed" ? COMPLETED_FILE_HOURS : FAILED_FILE_HOURS, file.keepHours ?? 0);
}

/** Sets the file's deadline. Done before the run is final, so that a crash right after the commit leaves no file for ever. */
export async function planRemoval(file: KeptFile, outcome: Outcome): Promise<void> {
  await setFileDeadline(file.id, await databaseIn(hoursToKeep(file, outcome) * 3_600_000));
}

/**
 * Removes a file's bytes, and only then says so: a crash in between is made good by the next sweep. False when a backup
 * is being made, which holds the file until a later sweep.
 */
export async function removeFile(file: { id: string; storageKey: string }): Promise<boolean> {
  return whileFilesMayGo(async (tx) => {
    await storage().remove(file.storageKey);
    await markFileRemoved(file.id, tx);
  });
}

/** Call once the run is committed as final: removes the file when nobody asked to keep it and no other run needs it. */
export async function removeUnlessKept(file: KeptFile, outcome: Outcome): Promise<void> {
  if (hoursToKeep(file, outcome) > 0) return;
  const waiting = await listUnfinishedRuns({ fileId: file.id });
  if (waiting.length === 0) await removeFile(file);
}
