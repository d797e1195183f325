import { randomUUID } from "node:crypto";
import { AppError } from "@/errors";
import { priorityOf, turnCosts } from "@/priority";
import { jobIdOf } from "@/queue/contract";
import { databaseNow } from "./clock";
import type { Batch, Prisma, StoredFile } from "./generated/client";
import { holdBatch } from "./hold-batch";
import { toJson } from "./json";
import { RunOptions } from "./run-options";
import { type RunView, toRunView, withFile } from "./run-view";
import { takeTurn } from "./take-turn";
import { inTransaction } from "./transaction";

export interface BatchFiles {
  ownerId: string;
  createdBy: string;
  batchId: string;
  fileIds: readonly string[];
  /** Files that a batch may have. */
  maxFiles: number;
  /** When the batch closes by itself if no further file comes. */
  openUntil: Date;
}

/**
 * Writes a queued run for each file, all or none; a file that is in the batch already is its run there. The batch closes
 * when all that was announced is in; one that closed by itself while it waited opens again. Throws AppError `not-found`,
 * `file-gone`, `conflict` (it takes no more files) and `too-large`.
 */
export async function addToBatch(input: BatchFiles): Promise<{ runs: RunView[]; fresh: RunView[] }> {
  const { ownerId, createdBy, batchId } = input;
  const fileIds = [...new Set(input.fileIds)];
  return inTransaction(async (tx) => {
    const batch = await holdBatch(tx, { batchId, ownerId });
    if (!batch) throw new AppError("not-found", "There is no such batch.");
    const there = await tx.validationRun.findMany({
      where: { batchId, fileId: { in: fileIds } },
      select: { fileId: true },
    });
    const known = new Set(there.map(({ fileId }) => fileId));
    const newIds = fileIds.filter((id) => !known.has(id));
    const ids: string[] = newIds.map(() => randomUUID());
    if (newIds.length > 0) {
      const isFull = await openFor(tx, batch, newIds.length, input.maxFiles);
      const files = await holdFiles(tx, batch, newIds);
      const priority = priorityOf(batch.priority);
      const turn = await takeTurn(tx, { ownerId, priority });
      const now = Date.now();
      await tx.validationRun.createMany({
        data: ids.flatMap((id, at) => {
          const file = files.get(newIds[at] ?? "");
          if (!file) return [];
          return {
            id,
            batchId,
            ownerId,
            createdBy,
            fileId: file.id,
            fileName: file.name,
            bytesTotal: file.bytes,
            rulesetId: batch.rulesetId,
            rulesetVersion: batch.rulesetVersion,
            options: toJson(RunOptions.parse(batch.options)),
            jobId: jobIdOf(id),
            priority: batch.priority,
            // A moment apart, so that every list has them in this order.
            createdAt: new Date(now - (ids.length - 1 - at)),
            turn: turn + BigInt(at * turnCosts[priority]),
          };
        }),
      });
      await tx.batch.update({
        where: { id: batchId },
        data: {
          revision: { increment: 1 },
          openUntil: input.openUntil,
          finishedAt: null,
          closedAt: isFull ? await databaseNow() : null,
          closing: isFull ? "complete" : null,
        },
      });
    }
    const rows = await tx.validationRun.findMany({
      where: { batchId, fileId: { in: fileIds } },
      include: withFile,
    });
    const byFile = new Map(rows.map((row) => [row.fileId, toRunView(row)]));
    const runs = input.fileIds.flatMap((id) => byFile.get(id) ?? []);
    return { runs, fresh: runs.filter(({ runId }) => ids.includes(runId)) };
  });
}

/** Whether so many more make it complete. Throws when it cannot take them. */
async function openFor(tx: Prisma.TransactionClient, batch: Batch, more: number, maxFiles: number) {
  if (batch.closedAt && batch.closing !== "expired")
    throw new AppError("conflict", "The batch takes no more files.");
  const arrived = (await tx.validationRun.count({ where: { batchId: batch.id } })) + batch.deletedRuns + more;
  if (arrived > maxFiles)
    throw new AppError("too-large", `A batch takes at most ${maxFiles} files.`, { params: { maxFiles } });
  if (batch.expectedFiles !== null && arrived > batch.expectedFiles)
    throw new AppError("conflict", "These are more files than were announced for the batch.");
  return arrived === batch.expectedFiles;
}

/** Holds the files' rows, in one order for all, so that their bytes stay until the runs are written. */
async function holdFiles(
  tx: Prisma.TransactionClient,
  { ownerId, keepHours }: Batch,
  ids: string[],
): Promise<Map<string, StoredFile>> {
  await tx.$queryRaw`SELECT 1 FROM files WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const files = await tx.storedFile.findMany({ where: { id: { in: ids }, ownerId } });
  if (files.length < ids.length) throw new AppError("not-found", "There is no such file.");
  if (files.some(({ removedAt }) => removedAt !== null))
    throw new AppError("file-gone", "The file is no longer kept. Upload it again.");
  if (keepHours !== null) await tx.storedFile.updateMany({ where: { id: { in: ids } }, data: { keepHours } });
  return new Map(files.map((file) => [file.id, file]));
}
