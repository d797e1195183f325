import { findAbsent } from "../staging/absent-keys";
import type { Staging } from "../staging/open-staging";
import { findRepeats, type Repeats } from "../staging/repeated-keys";
import type { GatheredKeys } from "./gather-keys";
import { tellKey } from "./key-parts";
import type { KeyColumns } from "./key-plan";
import type { RereadRow } from "./reread-rows";
import type { Tally } from "./tally";

/** The rows whose key is at fault. */
export interface FaultyKey {
  code: "primary-key" | "unique" | "foreign-key";
  columns: KeyColumns;
  found: Repeats;
}

/** Finds every row that repeats an earlier row's key, and every one that refers to a row which is not there. */
export async function checkKeys(
  { keys, selfKeys }: GatheredKeys,
  {
    staging,
    signal,
    onLoaded,
  }: { staging: Staging; signal: AbortSignal | undefined; onLoaded(rows: number): Promise<void> },
): Promise<FaultyKey[]> {
  const faulty: FaultyKey[] = [];
  const after = async (rows: number) => {
    signal?.throwIfAborted();
    await onLoaded(rows);
  };
  for (const [i, { plan, files }] of keys.entries()) {
    const shards = files.finish();
    if (files.rows() === 0) continue;
    const found = await findRepeats({ staging, table: `repeats_${i}`, shards, onLoaded: after });
    faulty.push({ code: plan.code, columns: plan, found });
  }
  for (const [i, { plan, from, to }] of selfKeys.entries()) {
    const sides = { from: from.finish(), to: to.finish() };
    const found = await findAbsent({ staging, table: `absent_${i}`, ...sides, onLoaded: after });
    faulty.push({ code: "foreign-key", columns: plan.from, found });
  }
  return faulty.filter(({ found }) => found.count > 0);
}

/** Adds a finding for each row whose key is at fault. */
export async function tellKeys(
  faulty: readonly FaultyKey[],
  {
    tally,
    reread,
    signal,
    onTold,
  }: {
    tally: Tally;
    reread: RereadRow;
    signal: AbortSignal | undefined;
    onTold(findings: number): Promise<void>;
  },
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
