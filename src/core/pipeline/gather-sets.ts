import type { RuleNotRun } from "../rules/active-rules";
import { reasonOf } from "../rules/active-rules";
import type { RowReading } from "../rules/row-reading";
import type { RowVariable } from "../rules/ruleset-scope";
import { type SetRule, type StagedRule, stageRule } from "../rules/stage-rule";
import { formOfVariable } from "../rules/staged-value";
import { makeLine } from "../staging/line-bytes";
import type { StagedColumn } from "../staging/read-staged";
import { openShardFiles, type ShardFiles } from "../staging/shard-files";
import type { RowPlace, Tally } from "./tally";

/** A rule over many rows as it is being gathered. */
export interface GatheredRule {
  rule: SetRule;
  staged: StagedRule;
  faulty: number;
  /** Set when the rule could not be worked out; it is not checked then. */
  notRun: RuleNotRun | null;
}

/** Rules that group by the same values, and the files that hold what they need of each row. */
export interface GatheredSet {
  by: StagedColumn[];
  columns: StagedColumn[];
  rules: GatheredRule[];
  files: ShardFiles;
}

interface OpenSet extends GatheredSet {
  variables: { slot: number; write: ReturnType<typeof formOfVariable>["write"] }[];
}

export type SetGatherer = ReturnType<typeof gatherSets>;

/** A rule that has the file for itself needs no column that says which rows are its own. */
function columnsOf({ within, columns }: StagedRule, isShared: boolean): StagedColumn[] {
  return isShared ? [{ name: within, type: "BOOLEAN" }, ...columns] : columns;
}

/** How many sets of files the rules need. */
export function setsOf(rules: readonly SetRule[]): SetRule[][] {
  const sets = new Map<string, SetRule[]>();
  for (const rule of rules) {
    const key = JSON.stringify(rule.rule.by);
    sets.set(key, [...(sets.get(key) ?? []), rule]);
  }
  return [...sets.values()];
}

/** Writes what rules over many rows need of each row to files, in which the rows of one group meet. */
export function gatherSets({
  sets: parted,
  dir,
  inputBytes,
  openSets,
  reading,
  tally,
}: {
  sets: readonly SetRule[][];
  dir: string;
  inputBytes: number;
  /** How many sets of files are written at once, those of keys included. */
  openSets: number;
  /** Null when there are no rules. */
  reading: RowReading | null;
  tally: Tally;
}) {
  const line = makeLine();
  const slotOf = (name: string) => reading?.slotOf(name) ?? -1;
  const sets = parted.map((rules, i): OpenSet => {
    const by: readonly RowVariable[] = rules[0]?.by ?? [];
    const gathered = rules.map((rule, number) => ({
      rule,
      staged: stageRule(rule, number, slotOf),
      faulty: 0,
      notRun: null,
    }));
    const keys = by.map(
      (variable, at): StagedColumn => ({ name: `k${at}`, type: formOfVariable(variable).column }),
    );
    return {
      by: keys,
      columns: [
        ...keys,
        { name: "row_no", type: "INTEGER" },
        ...gathered.flatMap(({ staged }) => columnsOf(staged, rules.length > 1)),
      ],
      rules: gathered,
      variables: by.map((variable) => ({
        slot: slotOf(variable.name),
        write: formOfVariable(variable).write,
      })),
      // One group of all rows cannot be parted.
      files: openShardFiles({
        dir,
        name: `set-${i}`,
        inputBytes: by.length > 0 ? inputBytes : 0,
        sets: openSets,
      }),
    };
  });

  function fail(one: GatheredRule, place: RowPlace, error: unknown): void {
    const { id } = one.rule.rule;
    one.notRun = { check: `rule:${id}`, reason: `failed-at-row:${place.row}` };
    const params = { rule: id, reason: reasonOf(error), ruleRow: place.row };
    tally.addToRow({ code: "rule-error", column: null, field: null, params }, place, false);
  }

  function take(one: GatheredRule, place: RowPlace, row: RowReading, isFaulty: boolean): boolean {
    if (one.notRun) return false;
    try {
      const state = one.staged.take(row);
      const isIn = state === "in" && !isFaulty;
      if (state === "faulty" || (state === "in" && isFaulty)) one.faulty++;
      return isIn;
    } catch (error) {
      fail(one, place, error);
      return false;
    }
  }

  function addTo(
    { variables, rules, files }: OpenSet,
    place: RowPlace,
    row: RowReading,
    isIn: boolean[],
  ): void {
    let isFaulty = false;
    const { slots } = row;
    for (const { slot } of variables) {
      const value = slots[slot];
      if (value === undefined) return;
      if (value === null) isFaulty = true;
    }
    let some = false;
    for (let i = 0; i < rules.length; i++) {
      const one = rules[i];
      isIn[i] = one !== undefined && take(one, place, row, isFaulty);
      some ||= isIn[i] === true;
    }
    if (!some) return;
    line.begin();
    for (let i = 0; i < variables.length; i++) {
      if (i > 0) line.tab();
      const variable = variables[i];
      variable?.write(line, slots[variable.slot]);
    }
    const hash = line.hash();
    if (variables.length > 0) line.tab();
    line.integer(place.row);
    for (let i = 0; i < rules.length; i++) {
      if (rules.length > 1) {
        line.tab();
        line.integer(isIn[i] ? 1 : 0);
      }
      if (isIn[i]) rules[i]?.staged.write(line);
      else rules[i]?.staged.writeOut(line);
    }
    if (line.isTooLong()) rules.forEach((one, i) => void (isIn[i] && one.faulty++));
    else files.add(line, hash);
  }

  const isIn: boolean[] = [];
  return {
    /** Takes the row that was read last. */
    add(place: RowPlace): void {
      if (reading) for (const set of sets) addTo(set, place, reading, isIn);
    },
    sets: (): readonly GatheredSet[] => sets,
    /** Rules that did not judge every row, and why. */
    notRun(): RuleNotRun[] {
      return sets.flatMap(({ rules }) =>
        rules.flatMap(({ rule, faulty, notRun }) => [
          ...(notRun ? [notRun] : []),
          ...(faulty > 0 ? [{ check: `rule:${rule.rule.id}`, reason: "faulty-cells", rows: faulty }] : []),
        ]),
      );
    },
    close(): void {
      for (const { files } of sets) files.close();
    },
  };
}
