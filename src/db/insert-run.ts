import { randomUUID } from "node:crypto";
import { AppError } from "@/errors";
import { jobIdOf } from "@/queue/contract";
import { toJson } from "./json";
import type { RunOptions } from "./run-options";
import { type RunView, toRunView, withFile } from "./run-view";
import { inTransaction } from "./transaction";

export interface NewRun {
  ownerId: string;
  createdBy: string;
  fileId: string;
  rulesetId?: string | null | undefined;
  rulesetVersion?: number | null | undefined;
  options?: RunOptions | undefined;
  /** Hours to keep the bytes after the run has ended; the file's own setting stays when absent. */
  keepHours?: number | undefined;
  priority?: number | undefined;
  batchId?: string | undefined;
}

/**
 * Writes a queued run of one of the owner's files, with the id of the job that must follow.
 * Throws AppError `not-found` for an unknown file and `file-gone` when its bytes are.
 */
export async function insertRun(run: NewRun): Promise<RunView> {
  return inTransaction(async (tx) => {
    const { fileId, ownerId, keepHours } = run;
    const [file] = await tx.storedFile.updateManyAndReturn({
      where: { id: fileId, ownerId },
      data: keepHours === undefined ? { ownerId } : { keepHours },
    });
    if (!file) throw new AppError("not-found", "There is no such file.");
    if (file.removedAt) throw new AppError("file-gone", "The file is no longer kept.");
    const id = randomUUID();
    const row = await tx.validationRun.create({
      data: {
        id,
        fileId,
        fileName: file.name,
        ownerId,
        createdBy: run.createdBy,
        jobId: jobIdOf(id),
        rulesetId: run.rulesetId ?? null,
        rulesetVersion: run.rulesetVersion ?? null,
        options: toJson(run.options ?? {}),
        bytesTotal: file.bytes,
        batchId: run.batchId ?? null,
        ...(run.priority === undefined ? {} : { priority: run.priority }),
      },
      include: withFile,
    });
    return toRunView(row);
  });
}
