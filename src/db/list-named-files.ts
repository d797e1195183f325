import { db } from "./client";

/** Which of these keys of the shelf a file's row names, whoever owns it; a row whose bytes were removed names none. */
export async function listNamedFiles(storageKeys: readonly string[]): Promise<Set<string>> {
  const rows = await db().storedFile.findMany({
    where: { storageKey: { in: [...storageKeys] }, removedAt: null },
    select: { storageKey: true },
  });
  return new Set(rows.map(({ storageKey }) => storageKey));
}
