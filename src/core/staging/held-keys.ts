import type { Repeats } from "./repeated-keys";

interface HeldKey {
  /** Its bytes, one a character: only ever compared. */
  key: string;
  row: number;
}

type Found = Awaited<ReturnType<Repeats["first"]>>;

/** The lines of a key as they were written: the key, a tab, and the row. */
function keysOf(held: Uint8Array): HeldKey[] {
  const lines = Buffer.from(held.buffer, held.byteOffset, held.byteLength).toString("latin1").split("\n");
  lines.pop();
  return lines.map((line) => {
    const tab = line.lastIndexOf("\t");
    return { key: line.slice(0, tab), row: Number(line.slice(tab + 1)) };
  });
}

function repeatsOf(found: Found): Repeats {
  return {
    count: found.length,
    first: async (limit) => found.slice(0, limit),
    each: async (visit) => visit(found.map(({ row }) => row)),
  };
}

/** What `findRepeats` finds, of lines that never left memory. */
export function repeatsOfHeld(held: Uint8Array): Repeats {
  const firstRows = new Map<string, number>();
  const found: Found = [];
  for (const { key, row } of keysOf(held)) {
    const firstRow = firstRows.get(key);
    if (firstRow === undefined) firstRows.set(key, row);
    else found.push({ row, firstRow });
  }
  return repeatsOf(found);
}

/** What `findAbsent` finds, of lines that never left memory. */
export function absentOfHeld(references: Uint8Array, known: Uint8Array): Repeats {
  const keys = new Set(keysOf(known).map(({ key }) => key));
  return repeatsOf(
    keysOf(references)
      .filter(({ key }) => !keys.has(key))
      .map(({ row }) => ({ row, firstRow: row })),
  );
}
