import { AppError } from "@/errors";
import { type Priority, priorityNumbers } from "@/priority";
import { db } from "./client";
import { toJson } from "./json";
import type { RunOptions } from "./run-options";
import { safeText } from "./safe-text";

export interface NewBatch {
  /** Made by the sender, so that asking twice makes one. */
  batchId: string;
  ownerId: string;
  createdBy: string;
  name?: string | undefined;
  rulesetId?: string | undefined;
  rulesetVersion?: number | undefined;
  options?: RunOptions | undefined;
  priority: Priority;
  keepHours?: number | undefined;
  expectedFiles?: number | undefined;
  expectedBytes?: number | undefined;
  openUntil: Date;
}

/** Writes an open batch with no run; true when it was not there before, else it stays as it is. Throws AppError `conflict` when it is another owner's. */
export async function insertBatch(batch: NewBatch): Promise<boolean> {
  const { batchId: id, ownerId, name, priority, options, expectedBytes, ...rest } = batch;
  const data = {
    ...rest,
    id,
    ownerId,
    name: name === undefined ? null : safeText(name),
    options: toJson(options ?? {}),
    priority: priorityNumbers[priority],
    expectedBytes: expectedBytes === undefined ? null : BigInt(expectedBytes),
  };
  const { count } = await db().batch.createMany({ data, skipDuplicates: true });
  if (count > 0) return true;
  if ((await db().batch.count({ where: { id, ownerId } })) === 0)
    throw new AppError("conflict", "This id is taken. Ask with another.");
  return false;
}
