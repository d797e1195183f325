import type { Severity } from "@/core/findings/finding";
import { db } from "./client";

interface OwnRun {
  ownerId: string;
  runId: string;
}

/** Numbers of the rows that have a kept finding, of one severity or any, in order. The header's own is among them. */
export async function listKeptRows({
  ownerId,
  runId,
  severity,
}: OwnRun & { severity?: Severity }): Promise<number[]> {
  const found = await db().validationResult.findMany({
    where: { runId, run: { ownerId }, row: { not: null }, ...(severity && { severity }) },
    select: { row: true },
    distinct: ["row"],
    orderBy: { row: "asc" },
  });
  return found.flatMap(({ row }) => (row === null ? [] : [Number(row)]));
}

/** The cells of some rows, as far as they are stored. */
export async function listCells({
  ownerId,
  runId,
  rows,
}: OwnRun & { rows: readonly number[] }): Promise<Map<number, string[]>> {
  const found = await db().validationRow.findMany({
    where: { runId, run: { ownerId }, row: { in: rows.map(BigInt) } },
  });
  return new Map(found.map(({ row, cells }) => [Number(row), cells]));
}

/** Numbers of the rows whose cells are stored. */
export async function listStoredRows({ ownerId, runId }: OwnRun): Promise<Set<number>> {
  const found = await db().validationRow.findMany({
    where: { runId, run: { ownerId } },
    select: { row: true },
  });
  return new Set(found.map(({ row }) => Number(row)));
}
