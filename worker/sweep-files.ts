import { databaseNow } from "@/db/clock";
import { listFilesToSweep } from "@/db/list-files-to-sweep";
import { log } from "@/log";
import { describeError } from "./describe-error";
import { removeFile } from "./settle-file";

/** Removes files past their time and uploads that no run came for. One that cannot be removed does not keep the others. */
export async function sweepFiles(at?: Date): Promise<number> {
  let removed = 0;
  for (const file of await listFilesToSweep(at ?? (await databaseNow()))) {
    try {
      if (await removeFile(file)) removed += 1;
    } catch (error) {
      log.warn({ fileId: file.id, error: describeError(error) }, "a file could not be removed");
    }
  }
  if (removed > 0) log.info({ removed }, "files past their time removed");
  return removed;
}
