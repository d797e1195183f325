import { db } from "./client";

/** The content of a reference table, UTF-8. Null when the owner has none of that sha256. */
export async function readReferenceTable(input: {
  ownerId: string;
  sha256: string;
}): Promise<Uint8Array | null> {
  const row = await db().referenceTable.findUnique({
    where: { ownerId_sha256: input },
    select: { content: true },
  });
  return row?.content ?? null;
}
