import type { Dialect } from "../csv/dialect";
import { inLanes, type Lane, makeStaging } from "../staging/open-staging";
import type { RowPlaces } from "../staging/row-places";
import { type FaultyKey, keyWork, tellKeys } from "./check-keys";
import { setWork, tellSets } from "./check-sets";
import type { GatheredKeys } from "./gather-keys";
import type { GatheredSet } from "./gather-sets";
import { withRereading } from "./reread-rows";
import type { SetRuleRun } from "./run-set-rule";
import type { Tally } from "./tally";

/** What was gathered of the rows for the checks that need many of them. */
export interface Gathered {
  keys: GatheredKeys;
  sets: readonly GatheredSet[];
  places: RowPlaces;
  columnOf(field: string): number;
}

export interface StagedCheckOptions {
  path: string;
  dialect: Dialect;
  gathered: Gathered;
  scratchDir: string;
  memoryMb: number;
  ruleSeconds: number;
  referenceDate: string;
  tally: Tally;
  signal?: AbortSignal | undefined;
  onProgress(stage: "insert" | "rules", fraction: number): Promise<void>;
  /** All rows are loaded and judged; what was found is told next. */
  onInserted(): Promise<void>;
}

/** Makes the checks that need many rows, in memory or in DuckDB, and adds what they find in the order of the rows of each code. */
export async function checkStaged(options: StagedCheckOptions): Promise<void> {
  const { path, dialect, gathered, tally, referenceDate, ruleSeconds, scratchDir, memoryMb, signal } =
    options;
  const { keys, sets, places, columnOf } = gathered;
  const total = rowsOf(gathered);
  if (total === 0) return;
  const staging = makeStaging({ dir: scratchDir, memoryMb, signal });
  try {
    let loaded = 0;
    const onLoaded = async (rows: number) => {
      signal?.throwIfAborted();
      loaded += rows;
      await options.onProgress("insert", loaded / total);
    };
    const search = keyWork(keys, onLoaded);
    const judging = setWork(sets, { tally, referenceDate, ruleSeconds, signal, onLoaded });
    const judged: SetRuleRun[][] = [];
    const found: FaultyKey[] = [];
    // The sets first: they take longer.
    await inLanes(staging, [
      ...judging.map((judge, i) => async (lane: Lane) => {
        judged[i] = await judge(await lane());
      }),
      ...search.map((find, i) => async (lane: Lane) => {
        found[i] = await find(lane);
      }),
    ]);
    const faulty = found.filter((each) => each.found.count > 0);
    const runs = judged.flat();
    await options.onInserted();
    const toTell =
      faulty.reduce((sum, { found }) => sum + found.count, 0) +
      runs.reduce((sum, { found }) => sum + found().kept.length, 0);
    if (toTell === 0) return;
    let told = 0;
    const onTold = async (findings = 1) => {
      told += findings;
      await options.onProgress("rules", told / toTell);
    };
    await withRereading({ path, dialect, places, columnOf }, async (reread) => {
      await tellKeys(faulty, { tally, reread, signal, onTold });
      await tellSets(runs, { tally, reread, signal, onTold });
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await staging.close();
  }
}

function rowsOf({ keys, sets }: Gathered): number {
  const files = [
    ...keys.keys.map(({ files }) => files),
    ...keys.selfKeys.flatMap(({ from, to }) => [from, to]),
    ...sets.map(({ files }) => files),
  ];
  return files.reduce((sum, each) => sum + each.rows(), 0);
}
