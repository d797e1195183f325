import { reasonOf } from "../rules/active-rules";
import { groupJudge, type SetVerdict } from "../rules/judge-group";
import { pairJudge } from "../rules/judge-pair";
import { eachGroup, eachRowOfGroups } from "../staging/group-query";
import type { Staging } from "../staging/open-staging";
import { eachPair } from "../staging/sequence-query";
import { statementLimit, TimeLimitReached } from "../staging/statement-limit";
import { firstFew } from "./first-few";
import type { GatheredRule, GatheredSet } from "./gather-sets";
import type { Tally } from "./tally";

/** Row numbers that a finding names, and rows that are shown with it. */
export const mostAffected = 200;

interface SetFault extends SetVerdict {
  /** The row that the finding is on. */
  row: number;
  /** The first of the rows that it is about. */
  affected: number[];
}

export interface SetRuleContext {
  staging: Staging;
  set: GatheredSet;
  tally: Tally;
  referenceDate: string;
  ruleSeconds: number;
}

export type SetRuleRun = ReturnType<typeof runSetRule>;

/** Runs one rule over the staged files of its set, one at a time, and counts what it finds. */
export function runSetRule(
  one: GatheredRule,
  { staging, set, tally, referenceDate, ruleSeconds }: SetRuleContext,
) {
  const { rule, staged } = one;
  const code = rule.rule.id;
  const kept = firstFew<SetFault>(Math.max(0, tally.room(code)));
  const limit = statementLimit(staging, ruleSeconds);
  const within = set.rules.length > 1 ? staged.within : null;
  const measures = rule.measures.map(({ kind }, i) => ({ kind, column: staged.measures[i] ?? null }));
  let count = 0;
  let impact = 0;

  function note(fault: SetFault): void {
    count++;
    impact += fault.impact ?? 0;
    kept.add(fault);
  }

  async function runGroups(table: string, judge: ReturnType<typeof groupJudge>): Promise<void> {
    const query = { table, by: set.by, within, mark: staged.mark, measures };
    const faults = new Map<number, SetFault>();
    await eachGroup(staging, query, (groups) => {
      for (const group of groups) {
        const verdict = judge(group);
        if (verdict) faults.set(group.firstRow, { ...verdict, row: group.firstRow, affected: [] });
      }
    });
    if (faults.size === 0) return;
    await eachRowOfGroups(staging, query, [...faults.keys()], (rows) => {
      for (const { firstRow, row } of rows) {
        tally.markRow(code, row);
        const fault = faults.get(firstRow);
        if (fault && fault.affected.length < mostAffected) fault.affected.push(row);
      }
    });
    for (const fault of faults.values()) note(fault);
  }

  async function runPairs(table: string, judge: ReturnType<typeof pairJudge>): Promise<void> {
    const { orderBy, members } = staged;
    await eachPair(staging, { table, by: set.by, within, orderBy, members, measures }, (pairs) => {
      for (const pair of pairs) {
        const verdict = judge(pair);
        if (!verdict) continue;
        tally.markRow(code, pair.row);
        const affected = [...new Set([...pair.extremes, pair.prevRow, pair.row])].sort((a, b) => a - b);
        note({ ...verdict, row: pair.row, affected });
      }
    });
  }

  function fail(error: unknown): void {
    const isLate = error instanceof TimeLimitReached;
    one.notRun = { check: `rule:${code}`, reason: isLate ? "time-limit" : "failed" };
    tally.addToFile("rule-error", { rule: code, reason: reasonOf(error), ruleRow: null });
  }

  const judgeGroup = rule.kind === "group" ? groupJudge(rule, referenceDate) : null;
  const judgePair = rule.kind === "sequence" ? pairJudge(rule, referenceDate) : null;

  return {
    rule,
    /** Looks at what SQL calls `table`: a staged file, loaded or not. A rule that fails is told once; what it found before still counts. */
    async run(table: string, signal: AbortSignal | undefined): Promise<void> {
      if (one.notRun) return;
      try {
        await limit.within(async () => {
          if (judgeGroup) await runGroups(table, judgeGroup);
          if (judgePair) await runPairs(table, judgePair);
        });
      } catch (error) {
        signal?.throwIfAborted();
        fail(error);
      }
    },
    found: () => ({ kept: kept.all(), count, impact }),
  };
}
