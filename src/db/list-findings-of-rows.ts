import type { Finding } from "@/core/findings/finding";
import { db } from "./client";
import { toFindingView } from "./finding-view";

/** The kept findings on some rows of the owner's run, by row, in the order in which they were stored. */
export async function listFindingsOfRows(input: {
  ownerId: string;
  runId: string;
  rows: readonly number[];
}): Promise<Map<number, Finding[]>> {
  const { runId, ownerId, rows } = input;
  if (rows.length === 0) return new Map();
  const stored = await db().validationResult.findMany({
    where: { runId, run: { ownerId }, row: { in: rows.map(BigInt) } },
    orderBy: { id: "asc" },
  });
  const byRow = new Map<number, Finding[]>();
  for (const entry of stored) {
    const finding = toFindingView(entry, null);
    if (finding.row === null) continue;
    const ofRow = byRow.get(finding.row);
    if (ofRow) ofRow.push(finding);
    else byRow.set(finding.row, [finding]);
  }
  return byRow;
}
