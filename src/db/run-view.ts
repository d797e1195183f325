import { z } from "zod";
import type { FileReport } from "@/core/validate-file";
import { type ErrorCategory, errorCategoryOf } from "@/errors";
import { type Priority, priorityOf } from "@/priority";
import type { Snapshot } from "@/snapshot";
import type { StoredFile, ValidationRun } from "./generated/client";

/** A run as its owner sees it: its snapshot and what does not change with progress. */
export type RunView = Snapshot & {
  fileId: string;
  fileName: string;
  /** False once the bytes are gone. */
  fileKept: boolean;
  rulesetId: string | null;
  rulesetVersion: number | null;
  jobId: string | null;
  priority: Priority;
  /** Its place in the queue: the smallest is next. */
  turn: number;
  createdAt: string;
  errorMessage: string | null;
  errorCategory: ErrorCategory | null;
  report: FileReport | null;
};

const Codes = z.record(z.string(), z.number());
// The report is written by finishRun alone, from the core's own type.
const Report = z.custom<FileReport>((value) => typeof value === "object" && value !== null).nullable();

export function toSnapshot(row: ValidationRun): Snapshot {
  return {
    runId: row.id,
    ownerId: row.ownerId,
    batchId: row.batchId,
    revision: row.revision,
    status: row.status,
    stage: row.stage,
    progress: Number(row.progress),
    attempt: row.attempt,
    bytesRead: Number(row.bytesRead),
    bytesTotal: Number(row.bytesTotal),
    rows: Number(row.rows),
    errorRows: Number(row.errorRows),
    counts: {
      error: Number(row.errorCount),
      warning: Number(row.warningCount),
      info: Number(row.infoCount),
    },
    codes: Codes.parse(row.codeCounts),
    kept: row.keptFindings,
    errorCode: row.errorCode,
    updatedAt: row.updatedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export function toRunView(row: ValidationRun & { file: Pick<StoredFile, "removedAt"> }): RunView {
  return {
    ...toSnapshot(row),
    fileId: row.fileId,
    fileName: row.fileName,
    fileKept: row.file.removedAt === null,
    rulesetId: row.rulesetId,
    rulesetVersion: row.rulesetVersion,
    jobId: row.jobId,
    priority: priorityOf(row.priority),
    turn: Number(row.turn),
    createdAt: row.createdAt.toISOString(),
    errorMessage: row.errorMessage,
    errorCategory: errorCategoryOf(row.errorCode),
    report: Report.parse(row.report),
  };
}

/** What toRunView needs of the file. */
export const withFile = { file: { select: { removedAt: true } } } as const;
