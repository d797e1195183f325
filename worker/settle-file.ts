import { listUnfinishedRuns } from "@/db/list-unfinished-runs";
import { markFileRemoved } from "@/db/mark-file-removed";
import { setFileDeadline } from "@/db/set-file-deadline";
import { env } from "@/env";
import { storage } from "@/storage/local-storage";

const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** Removes a file's bytes, and only then says so: a crash in between is made good by the next sweep. */
export async function removeFile(file: { id: string; storageKey: string }): Promise<void> {
  await storage().remove(file.storageKey);
  await markFileRemoved(file.id);
}

/** Call after the run is committed as final. A completed run's file goes at once, unless someone asked to keep it. */
export async function settleFile(
  file: { id: string; storageKey: string; keepHours: number | null },
  outcome: "completed" | "failed",
): Promise<void> {
  const { COMPLETED_FILE_HOURS, FAILED_FILE_HOURS } = env();
  const asked = outcome === "completed" ? COMPLETED_FILE_HOURS : FAILED_FILE_HOURS;
  const hours = Math.max(asked, file.keepHours ?? 0);
  await setFileDeadline(file.id, hoursFromNow(hours));
  if (hours > 0) return;
  const waiting = await listUnfinishedRuns();
  if (waiting.some((run) => run.fileId === file.id)) return;
  await removeFile(file);
}
