import type { Params } from "../findings/finding";
import type { RowPlace, Tally } from "../pipeline/tally";
import { quoteValue } from "../schema/quote-value";
import { type ActiveRule, type RuleNotRun, reasonOf } from "./active-rules";
import type { Values } from "./compile-expression";
import type { CompiledRowRule } from "./compile-row-rule";
import { toMoney } from "./to-money";

export interface RowCheck {
  check(place: RowPlace, cells: readonly string[], values: Values): void;
  /** Why the rule did not judge every row; call after the last one. */
  notRun(): RuleNotRun[];
}

export interface RowCheckContext {
  tally: Tally;
  columnOf(field: string): number;
  referenceDate: string;
}

/** What a rule found in a row; null when it says nothing of it. */
type Verdict = { params: Params; texts?: Params; impact: unknown } | "faulty" | null;

/** Makes the check of a rule that judges rows one at a time. One that throws is told once and judges no more. */
export function guardedRowCheck(
  { rule: { id }, column, field, shown, texts }: ActiveRule,
  { tally, columnOf, referenceDate }: RowCheckContext,
  judge: (values: Values, cells: readonly string[]) => Verdict,
): RowCheck {
  const notRun: RuleNotRun[] = [];
  let faulty = 0;
  const columns = shown.map((name) => ({ name, at: columnOf(name) }));

  function paramsOf(cells: readonly string[], own: Params): Params {
    const params: Params = { referenceDate };
    for (const { name, at } of columns) {
      const cell = cells[at];
      if (cell !== undefined) params[name] = quoteValue(cell);
    }
    return { ...params, ...own, ...texts };
  }

  return {
    check(place, cells, values) {
      if (notRun.length > 0) return;
      try {
        const verdict = judge(values, cells);
        if (verdict === "faulty") faulty++;
        if (verdict === null || verdict === "faulty") return;
        const impact = toMoney(verdict.impact);
        const isKept = tally.room(id) > 0;
        const params = isKept
          ? {
              ...paramsOf(cells, verdict.params),
              ...verdict.texts,
              ...(impact === undefined ? {} : { impact }),
            }
          : {};
        tally.addToRow({ code: id, column, field, params, impact }, place);
      } catch (error) {
        notRun.push({ check: `rule:${id}`, reason: `failed-at-row:${place.row}` });
        const params = { rule: id, reason: reasonOf(error), ruleRow: place.row };
        tally.addToRow({ code: "rule-error", column: null, field: null, params }, place, false);
      }
    },
    notRun: () =>
      faulty > 0 ? [...notRun, { check: `rule:${id}`, reason: "faulty-cells", rows: faulty }] : notRun,
  };
}

/**
 * Makes the check of a row rule. It says nothing of a row on which a cell it needs is missing or, which is counted, faulty;
 * a cell that it asks about with `present()` is not needed.
 */
export function rowRuleCheck(one: ActiveRule<CompiledRowRule>, context: RowCheckContext): RowCheck {
  const { when, check, impact } = one;
  const asked = new Set([...(when?.asked ?? []), ...check.asked]);
  const used = new Set([...(when?.reads ?? []), ...check.reads, ...asked]);
  const needed = [...used].filter((name) => !asked.has(name));
  const all = [...used];
  // Where nothing is asked about, all values are known by then.
  const [isMeant, isRight] = asked.size > 0 ? [when?.evaluate, check.evaluate] : [when?.known, check.known];
  return guardedRowCheck(one, context, (values) => {
    for (const name of all) if (values[name] === null) return "faulty";
    for (const name of needed) if (values[name] === undefined) return null;
    if (isMeant && isMeant(values) !== true) return null;
    if (isRight(values) !== false) return null;
    return { params: {}, impact: impact?.known(values) };
  });
}
