import { type Priority, priorityOf } from "@/priority";
import type { BatchRow } from "./read-batches";

/** `open` takes files, `running` has all that come, `finished` has no run left to end. */
export type BatchState = "open" | "running" | "finished";

/** A batch as its owner sees it, added up from its runs. */
export interface BatchView {
  batchId: string;
  ownerId: string;
  name: string | null;
  /** Grows with each change of the batch and of each of its runs. */
  revision: number;
  state: BatchState;
  isCancelled: boolean;
  /** Files announced; null when the sender said nothing. */
  expectedFiles: number | null;
  files: number;
  /** Announced files that have not come; once the batch is not open they will not. */
  missing: number;
  /** 0-100, weighted by bytes. */
  progress: number;
  /** Number of runs: those that wait, are at work, and each way to end. */
  queued: number;
  processing: number;
  clean: number;
  warnings: number;
  errors: number;
  failed: number;
  cancelled: number;
  /** Failed and cancelled ones whose file is still kept. */
  retryable: number;
  bytesTotal: number;
  rows: number;
  errorRows: number;
  counts: { error: number; warning: number; info: number };
  kept: number;
  /** Money at stake in errors and warnings, and what infos point to; null when none has any. */
  atStake: number | null;
  missed: number | null;
  currency: string | null;
  rulesetId: string | null;
  rulesetVersion: number | null;
  priority: Priority;
  /** How often it has come to its end. */
  round: number;
  createdAt: string;
  /** When it closes by itself if no further file comes; null unless it is open. */
  openUntil: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}

export function toBatchView(row: BatchRow): BatchView {
  const arrived = Number(row.arrived);
  const money = (amount: string | null) => (amount === null ? null : Number(amount));
  return {
    batchId: row.id,
    ownerId: row.owner_id,
    name: row.name,
    revision: Number(row.revision),
    state: row.finished_at ? "finished" : row.closed_at ? "running" : "open",
    isCancelled: row.closing === "cancelled",
    expectedFiles: row.expected_files,
    files: Number(row.files),
    missing: Math.max((row.expected_files ?? arrived) - arrived, 0),
    progress: Number(row.progress),
    queued: Number(row.queued),
    processing: Number(row.processing),
    clean: Number(row.clean),
    warnings: Number(row.warnings),
    errors: Number(row.errors),
    failed: Number(row.failed),
    cancelled: Number(row.cancelled),
    retryable: Number(row.retryable),
    bytesTotal: Number(row.bytes_total),
    rows: Number(row.rows),
    errorRows: Number(row.error_rows),
    counts: {
      error: Number(row.error_count),
      warning: Number(row.warning_count),
      info: Number(row.info_count),
    },
    kept: Number(row.kept),
    atStake: money(row.at_stake),
    missed: money(row.missed),
    currency: row.currency,
    rulesetId: row.ruleset_id,
    rulesetVersion: row.ruleset_version,
    priority: priorityOf(row.priority),
    round: row.round,
    createdAt: row.created_at.toISOString(),
    openUntil: row.closed_at ? null : row.open_until.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
