import { findAbsent } from "../staging/absent-keys";
import { absentOfHeld, repeatsOfHeld } from "../staging/held-keys";
import type { Lane } from "../staging/open-staging";
import { findRepeats, type Repeats } from "../staging/repeated-keys";
import type { GatheredKeys } from "./gather-keys";
import { tellKey } from "./key-parts";
import type { KeyColumns } from "./key-plan";
import type { Telling } from "./telling";

/** The rows whose key is at fault. */
export interface FaultyKey {
  code: "primary-key" | "unique" | "foreign-key";
  columns: KeyColumns;
  found: Repeats;
}

type Work = (lane: Lane) => Promise<FaultyKey>;

/** The search for every row that repeats an earlier row's key, and for every one that refers to a row which is not there, a piece a key. */
export function keyWork({ keys, selfKeys }: GatheredKeys, onLoaded: (rows: number) => Promise<void>): Work[] {
  const repeats = keys.map(
    ({ plan, files }, i): Work =>
      async (lane) => {
        const { code } = plan;
        const held = files.held();
        if (held) {
          await onLoaded(files.rows());
          return { code, columns: plan, found: repeatsOfHeld(held) };
        }
        const staging = await lane();
        const found = await findRepeats({ staging, table: `repeats_${i}`, shards: files.finish(), onLoaded });
        return { code, columns: plan, found };
      },
  );
  const absent = selfKeys.map(
    ({ plan, from, to }, i): Work =>
      async (lane) => {
        const one = { code: "foreign-key", columns: plan.from } as const;
        const [references, known] = [from.held(), to.held()];
        if (references && known) {
          await onLoaded(from.rows() + to.rows());
          return { ...one, found: absentOfHeld(references, known) };
        }
        const staging = await lane();
        const sides = { from: from.finish(), to: to.finish() };
        return { ...one, found: await findAbsent({ staging, table: `absent_${i}`, ...sides, onLoaded }) };
      },
  );
  return [...repeats, ...absent];
}

/** Adds a finding for each row whose key is at fault. */
export async function tellKeys(
  faulty: readonly FaultyKey[],
  { tally, reread, signal, onTold }: Telling,
): Promise<void> {
  for (const { code, columns, found } of faulty) {
    const place = { code, column: (columns.columns[0] ?? 0) + 1, field: columns.fields.join(", ") };
    const kept = await found.first(Math.max(0, tally.room(code)));
    for (const { row, firstRow } of kept) {
      signal?.throwIfAborted();
      const at = await reread(row);
      const key = tellKey(columns, at.cells);
      if (code === "foreign-key") tally.addToRow({ ...place, params: { key } }, at);
      else
        tally.addToRow({ ...place, params: { key, firstRow } }, at, true, { affectedRows: [firstRow, row] });
    }
    tally.addUnkept({ ...place, params: {} }, found.count - kept.length);
    await found.each(async (rows) => {
      signal?.throwIfAborted();
      for (const row of rows) tally.markRow(code, row);
      await onTold(rows.length);
    });
  }
}
