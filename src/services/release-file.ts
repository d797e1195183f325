import { databaseIn } from "@/db/clock";
import { findFile } from "@/db/find-file";
import { listRunsOfFile } from "@/db/list-runs-of-file";
import { markFileRemoved } from "@/db/mark-file-removed";
import { setFileDeadline } from "@/db/set-file-deadline";
import { whileFilesMayGo } from "@/db/while-files-may-go";
import { log } from "@/log";
import { isFinal } from "@/snapshot";
import type { Context } from "./context";
import { shelf } from "./shelf";

const hourMs = 3_600_000;

/**
 * Lets go of a file whose run was cancelled or deleted: at once, or after the hours that its uploader asked for. A file
 * that another run still needs stays. Never throws: what fails here is left to the sweep.
 */
export async function releaseFile(ctx: Context, fileId: string): Promise<void> {
  try {
    const { ownerId } = ctx.actor;
    const file = await findFile({ ownerId, id: fileId });
    if (!file || file.removedAt) return;
    const runs = await listRunsOfFile({ ownerId, fileId });
    if (runs.some((run) => !isFinal(run.status))) return;
    // The deadline goes first: if the bytes cannot go now (open elsewhere, or held by a backup), the sweep takes them.
    const keptMs = runs.length === 0 ? 0 : (file.keepHours ?? 0) * hourMs;
    await setFileDeadline(fileId, await databaseIn(keptMs));
    if (keptMs > 0) return;
    await whileFilesMayGo(async (tx) => {
      await shelf().remove(file.storageKey);
      await markFileRemoved(fileId, tx);
    });
  } catch (error) {
    log.warn({ err: error, fileId }, "a file was not released");
  }
}
