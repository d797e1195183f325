import { db } from "./client";
import { NumberedCursor } from "./cursor";
import { listCells } from "./kept-rows";

export interface AffectedRow {
  row: number;
  /** Null when they are not stored. */
  cells: string[] | null;
}

/** The rows that a kept finding is about; null when the owner's run has no such finding. */
export async function listAffectedRows(input: {
  ownerId: string;
  runId: string;
  findingId: string;
}): Promise<AffectedRow[] | null> {
  const { ownerId, runId } = input;
  const id = NumberedCursor.safeParse(input.findingId);
  if (!id.success) return null;
  const found = await db().validationResult.findFirst({
    where: { id: id.data, runId, run: { ownerId } },
    select: { affectedRows: true },
  });
  if (!found) return null;
  const rows = found.affectedRows.map(Number);
  const cells = await listCells({ ownerId, runId, rows });
  return rows.map((row) => ({ row, cells: cells.get(row) ?? null }));
}
