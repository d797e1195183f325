import { db } from "./client";

export interface TableSize {
  bytes: number;
  rows: number;
}

/** The sizes of an owner's reference tables, by sha256. */
export async function measureReferenceTables(input: {
  ownerId: string;
  sha256s: string[];
}): Promise<Map<string, TableSize>> {
  const rows = await db().referenceTable.findMany({
    where: { ownerId: input.ownerId, sha256: { in: input.sha256s } },
    select: { sha256: true, bytes: true, rows: true },
  });
  return new Map(rows.map(({ sha256, bytes, rows }) => [sha256, { bytes, rows }]));
}
