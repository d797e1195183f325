import type { Severity } from "@/core/findings/finding";
import { db } from "./client";
import { NumberedCursor, readCursor } from "./cursor";
import { type FindingView, toFindingView } from "./finding-view";
import type { Prisma, ValidationResult } from "./generated/client";
import { safeText } from "./safe-text";
import { momentOfDay } from "./stored-day";

export interface FindingsQuery {
  ownerId: string;
  runId: string;
  code?: string | undefined;
  severity?: Severity | undefined;
  field?: string | undefined;
  row?: number | undefined;
  subject?: string | undefined;
  /** ISO; null for findings of no day. */
  day?: string | null | undefined;
  /** Id of the last finding seen. */
  cursor?: string | undefined;
  limit: number;
}

/** Kept findings in the order in which they were stored. Throws AppError `invalid-input` for a bad cursor. */
export async function listFindings(
  query: FindingsQuery,
): Promise<{ items: FindingView[]; nextCursor: string | null }> {
  const found = await db().validationResult.findMany({
    where: conditionOf(query),
    orderBy: { id: "asc" },
    take: query.limit + 1,
  });
  const page = found.slice(0, query.limit);
  const cells = await readCells(query.runId, page);
  const items = page.map((row) => toFindingView(row, (row.row !== null && cells.get(row.row)) || null));
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last?.id ?? null };
}

function conditionOf(query: FindingsQuery): Prisma.ValidationResultWhereInput {
  const where: Prisma.ValidationResultWhereInput = { runId: query.runId, run: { ownerId: query.ownerId } };
  if (query.code !== undefined) where.code = safeText(query.code);
  if (query.severity !== undefined) where.severity = query.severity;
  if (query.field !== undefined) where.field = safeText(query.field);
  if (query.row !== undefined) where.row = BigInt(query.row);
  if (query.subject !== undefined) where.subject = safeText(query.subject);
  if (query.day !== undefined) where.day = query.day && momentOfDay(query.day);
  if (query.cursor !== undefined) where.id = { gt: readCursor(NumberedCursor, query.cursor) };
  return where;
}

async function readCells(runId: string, page: ValidationResult[]): Promise<Map<bigint, string[]>> {
  const numbers = [...new Set(page.flatMap(({ row }) => (row === null ? [] : [row])))];
  if (numbers.length === 0) return new Map();
  const rows = await db().validationRow.findMany({ where: { runId, row: { in: numbers } } });
  return new Map(rows.map(({ row, cells }) => [row, cells]));
}
