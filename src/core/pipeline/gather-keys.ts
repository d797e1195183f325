import { writeKey } from "../staging/key-text";
import { makeLine } from "../staging/line-bytes";
import { openShardFiles, type ShardFiles } from "../staging/shard-files";
import { readParts } from "./key-parts";
import type { KeyColumns, KeyPlan, SelfKeyPlan } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

/** Keys written to files, from which repeats and references that lead nowhere are found once all rows are in. */
export interface GatheredKeys {
  keys: { plan: KeyPlan; files: ShardFiles }[];
  selfKeys: { plan: SelfKeyPlan; from: ShardFiles; to: ShardFiles }[];
}

/** How many sets of files the keys need. */
export function setsOfKeys({
  plans,
  selfKeys,
}: {
  plans: readonly KeyPlan[];
  selfKeys: readonly SelfKeyPlan[];
}): number {
  return plans.length + 2 * selfKeys.length;
}

/** Writes each row's keys to files. */
export function gatherKeys({
  plans,
  selfKeys: selfPlans,
  dir,
  inputBytes,
  openSets,
  tally,
}: {
  plans: readonly KeyPlan[];
  selfKeys: readonly SelfKeyPlan[];
  dir: string;
  inputBytes: number;
  /** How many sets of files are written at once, those of rules included. */
  openSets: number;
  tally: Tally;
}) {
  const open = (name: string) => openShardFiles({ dir, name, inputBytes, sets: openSets });
  const keys = plans.map((plan, i) => ({ plan, files: open(`key-${i}`), parts: plan.columns.map(() => "") }));
  const selfKeys = selfPlans.map((plan, i) => ({
    plan,
    from: open(`from-${i}`),
    to: open(`to-${i}`),
    parts: plan.from.columns.map(() => ""),
  }));
  const line = makeLine();

  function write(parts: readonly string[], row: number, files: ShardFiles): void {
    line.begin();
    writeKey(line, parts);
    const hash = line.hash();
    line.tab();
    line.integer(row);
    files.add(line, hash);
  }

  function addKey(
    { plan, files, parts }: (typeof keys)[number],
    place: RowPlace,
    cells: readonly string[],
    required: number[],
  ): void {
    const missing = readParts(plan, cells, parts);
    if (missing < 0) {
      write(parts, place.row, files);
      return;
    }
    // Rows in which a value is missing are no repeats, but a primary key needs every one of its values.
    const { code } = plan;
    if (code !== "primary-key" || required.includes(missing)) return;
    const params = { key: null, firstRow: null };
    const field = plan.fields[plan.columns.indexOf(missing)] ?? null;
    tally.addToRow({ code, column: missing + 1, field, params }, place);
  }

  function addSide(
    side: KeyColumns,
    parts: string[],
    row: number,
    cells: readonly string[],
    files: ShardFiles,
  ): void {
    if (readParts(side, cells, parts) < 0) write(parts, row, files);
  }

  return {
    /** `required` holds the columns of the row whose missing value is a finding already. */
    add(place: RowPlace, cells: readonly string[], required: number[]): void {
      for (const key of keys) addKey(key, place, cells, required);
      for (const { plan, from, to, parts } of selfKeys) {
        addSide(plan.from, parts, place.row, cells, from);
        addSide(plan.to, parts, place.row, cells, to);
      }
    },
    gathered: (): GatheredKeys => ({ keys, selfKeys }),
    close(): void {
      for (const { files } of keys) files.close();
      for (const { from, to } of selfKeys) for (const files of [from, to]) files.close();
    },
  };
}
