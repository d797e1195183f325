import { randomUUID } from "node:crypto";
import { AppError } from "@/errors";
import { type Priority, priorityNumbers } from "@/priority";
import { jobIdOf } from "@/queue/contract";
import { toJson } from "./json";
import type { RunOptions } from "./run-options";
import { type RunView, toRunView } from "./run-view";
import { takeTurn } from "./take-turn";
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
  priority?: Priority | undefined;
}

/** The run of that work; `isNew` when this call wrote it, so that its job must follow. */
export type InsertedRun = RunView & { isNew: boolean };

/**
 * Writes a queued run of one of the owner's files. The same file with the same ruleset version and options is, while
 * such a run has not ended, that run: of many calls at the same moment, in whichever process, one writes.
 * Throws AppError `not-found` for an unknown file and `file-gone` when its bytes are.
 */
export async function insertRun(run: NewRun): Promise<InsertedRun> {
  return inTransaction(async (tx) => {
    const { fileId, ownerId, keepHours } = run;
    const work = {
      fileId,
      ownerId,
      rulesetId: run.rulesetId ?? null,
      rulesetVersion: run.rulesetVersion ?? null,
    };
    const options = toJson(run.options ?? {});
    // Holds the file's row until the end, so that a rival waits here and then sees what this one wrote.
    const [file] = await tx.storedFile.updateManyAndReturn({
      where: { id: fileId, ownerId },
      data: keepHours === undefined ? { ownerId } : { keepHours },
    });
    if (!file) throw new AppError("not-found", "There is no such file.");
    if (file.removedAt) throw new AppError("file-gone", "The file is no longer kept.");
    const same = await tx.validationRun.findFirst({
      where: { ...work, options: { equals: options }, status: { in: ["queued", "processing"] } },
      orderBy: { createdAt: "asc" },
    });
    if (same) return { ...toRunView({ ...same, file }), isNew: false };
    const id = randomUUID();
    const { priority = "normal" } = run;
    const row = await tx.validationRun.create({
      data: {
        ...work,
        id,
        options,
        fileName: file.name,
        createdBy: run.createdBy,
        jobId: jobIdOf(id),
        bytesTotal: file.bytes,
        priority: priorityNumbers[priority],
        turn: await takeTurn(tx, { ownerId, priority }),
      },
    });
    return { ...toRunView({ ...row, file }), isNew: true };
  });
}
