import { db } from "./client";
import { Prisma } from "./generated/client";

export interface BatchRow {
  id: string;
  owner_id: string;
  name: string | null;
  ruleset_id: string | null;
  ruleset_version: number | null;
  currency: string | null;
  priority: number;
  expected_files: number | null;
  open_until: Date;
  closed_at: Date | null;
  closing: string | null;
  finished_at: Date | null;
  created_at: Date;
  started_at: Date | null;
  round: number;
  revision: bigint;
  arrived: bigint;
  files: bigint;
  queued: bigint;
  processing: bigint;
  clean: bigint;
  warnings: bigint;
  errors: bigint;
  failed: bigint;
  cancelled: bigint;
  retryable: bigint;
  bytes_total: bigint;
  rows: bigint;
  error_rows: bigint;
  error_count: bigint;
  warning_count: bigint;
  info_count: bigint;
  kept: bigint;
  progress: string;
  at_stake: string | null;
  missed: string | null;
}

export interface BatchesQuery {
  batchId?: string;
  ownerId?: string;
  before?: { at: Date; id: string } | undefined;
  limit: number;
}

/**
 * Batches with what their runs add up to, newest first. Progress is weighted by bytes, an empty file as one; while a
 * batch is open it is a share of all that was announced.
 */
export async function readBatches(
  { batchId, ownerId, before, limit }: BatchesQuery,
  client: Prisma.TransactionClient = db(),
): Promise<BatchRow[]> {
  const conditions = [
    batchId === undefined ? Prisma.sql`TRUE` : Prisma.sql`b.id = ${batchId}::uuid`,
    ownerId === undefined ? Prisma.sql`TRUE` : Prisma.sql`b.owner_id = ${ownerId}`,
    before === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`(b.created_at < ${before.at} OR (b.created_at = ${before.at} AND b.id < ${before.id}::uuid))`,
  ];
  return client.$queryRaw<BatchRow[]>`
    SELECT b.id, b.owner_id, b.name, b.ruleset_id, b.ruleset_version, b.priority, b.expected_files, b.open_until,
      b.closed_at, b.closing, b.finished_at, b.created_at, b.round,
      rs.document->>'currency' AS currency,
      b.revision + r.revisions AS revision, b.deleted_runs + r.files AS arrived,
      r.*,
      round(least(100, coalesce(100 * r.done / nullif(CASE
        WHEN b.closed_at IS NOT NULL THEN r.weight
        WHEN b.expected_bytes IS NOT NULL THEN greatest(b.expected_bytes, r.weight)
        WHEN b.expected_files IS NOT NULL THEN r.weight * b.expected_files / greatest(r.files, 1)
        ELSE r.weight END, 0), CASE WHEN b.finished_at IS NULL THEN 0 ELSE 100 END)), 2)::text AS progress,
      m.at_stake::text AS at_stake, m.missed::text AS missed
    FROM batches b
    LEFT JOIN rulesets rs ON rs.owner_id = b.owner_id AND rs.id = b.ruleset_id AND rs.version = b.ruleset_version
    CROSS JOIN LATERAL (
      SELECT count(*) AS files,
        coalesce(sum(v.revision), 0)::bigint AS revisions,
        count(*) FILTER (WHERE v.status = 'queued') AS queued,
        count(*) FILTER (WHERE v.status = 'processing') AS processing,
        count(*) FILTER (WHERE v.status = 'completed' AND v.error_count = 0 AND v.warning_count = 0) AS clean,
        count(*) FILTER (WHERE v.status = 'completed' AND v.error_count = 0 AND v.warning_count > 0) AS warnings,
        count(*) FILTER (WHERE v.status = 'completed' AND v.error_count > 0) AS errors,
        count(*) FILTER (WHERE v.status = 'failed') AS failed,
        count(*) FILTER (WHERE v.status = 'cancelled') AS cancelled,
        count(*) FILTER (WHERE v.status IN ('failed', 'cancelled') AND f.removed_at IS NULL) AS retryable,
        coalesce(sum(v.bytes_total), 0)::bigint AS bytes_total,
        coalesce(sum(v.rows), 0)::bigint AS rows,
        coalesce(sum(v.error_rows), 0)::bigint AS error_rows,
        coalesce(sum(v.error_count), 0)::bigint AS error_count,
        coalesce(sum(v.warning_count), 0)::bigint AS warning_count,
        coalesce(sum(v.info_count), 0)::bigint AS info_count,
        coalesce(sum(v.kept_findings), 0)::bigint AS kept,
        coalesce(sum(greatest(v.bytes_total, 1)), 0) AS weight,
        coalesce(sum(greatest(v.bytes_total, 1) *
          CASE WHEN v.status IN ('queued', 'processing') THEN v.progress / 100 ELSE 1 END), 0) AS done,
        min(v.started_at) AS started_at
      FROM validation_runs v JOIN files f ON f.id = v.file_id WHERE v.batch_id = b.id
    ) r
    CROSS JOIN LATERAL (
      SELECT sum(t.impact) FILTER (WHERE t.severity <> 'info') AS at_stake,
        sum(t.impact) FILTER (WHERE t.severity = 'info') AS missed
      FROM validation_runs v JOIN validation_totals t ON t.validation_run_id = v.id WHERE v.batch_id = b.id
    ) m
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY b.created_at DESC, b.id DESC LIMIT ${limit}`;
}
