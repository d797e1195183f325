import { loadShard } from "../staging/load-shard";
import type { Staging } from "../staging/open-staging";
import { readStaged } from "../staging/read-staged";
import { dropShard } from "../staging/shard-files";
import type { GatheredSet } from "./gather-sets";
import { runSetRule, type SetRuleRun } from "./run-set-rule";
import type { Tally } from "./tally";
import type { Telling } from "./telling";

export interface SetCheckOptions {
  tally: Tally;
  referenceDate: string;
  ruleSeconds: number;
  signal: AbortSignal | undefined;
  /** Called with rows that have been loaded and judged. */
  onLoaded(rows: number): Promise<void>;
}

const loaded = "staged";

/** The judging of every rule over many rows, a piece a set. What is found is counted, and told by `tellSets`. */
export function setWork(sets: readonly GatheredSet[], options: SetCheckOptions) {
  return sets.map((set) => (staging: Staging) => checkSet(staging, set, options));
}

/** One staged file after the other. */
async function checkSet(staging: Staging, set: GatheredSet, options: SetCheckOptions): Promise<SetRuleRun[]> {
  const { signal, onLoaded } = options;
  const rules = set.rules.map((one) => runSetRule(one, { ...options, staging, set }));
  for (const shard of set.files.finish()) {
    if (shard.rows > 0) {
      // One rule alone may read the file itself, once.
      const isShared = rules.length > 1;
      if (isShared) await loadShard(staging, shard, { table: loaded, columns: set.columns });
      const table = isShared ? loaded : readStaged(shard.path, set.columns);
      for (const rule of rules) await rule.run(table, signal);
      dropShard(shard);
    }
    await onLoaded(shard.rows);
  }
  return rules;
}

/** Rows whose cells are shown with one finding beside its own, and with all findings of one rule. */
const mostOthers = 20;
const mostOthersOfRule = 2_000;

/** Adds a finding for each fault that is kept, with the rows that it is about, and counts the others. */
export async function tellSets(
  runs: readonly SetRuleRun[],
  { tally, reread, signal, onTold }: Telling,
): Promise<void> {
  for (const { rule, found } of runs) {
    const { kept, count, impact } = found();
    const { column, field, texts, shown } = rule;
    const complaint = { code: rule.rule.id, column, field };
    let others = mostOthersOfRule;
    let told = 0;
    for (const fault of kept) {
      signal?.throwIfAborted();
      const place = await reread(fault.row);
      const more: { row: number; cells: string[] }[] = [];
      for (const row of fault.affected) {
        if (row === fault.row || more.length >= mostOthers || others <= 0) continue;
        const { cells } = await reread(row);
        if (cells) more.push({ row, cells });
        others--;
      }
      const params = { ...fault.params, ...reread.paramsOf(shown, place.cells), ...texts };
      tally.addToRow({ ...complaint, params, impact: fault.impact }, place, true, {
        affectedRows: fault.affected,
        others: more,
      });
      told += fault.impact ?? 0;
      await onTold();
    }
    const rest = count - kept.length;
    if (rest > 0)
      tally.addUnkept({ ...complaint, params: {}, impact: impact === 0 ? undefined : impact - told }, rest);
  }
}
