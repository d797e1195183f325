import type { LoadedTable } from "../references/load-table";
import { type ActiveRule, activateRules, type RuleNotRun, reasonOf } from "../rules/active-rules";
import { compileRules } from "../rules/compile-rules";
import { referenceCheck } from "../rules/reference-check";
import { makeRowReading } from "../rules/row-reading";
import { type RowCheck, rowRuleCheck } from "../rules/row-rule-check";
import type { SetRule } from "../rules/stage-rule";
import type { Ruleset } from "../schema/ruleset";
import type { SetGatherer } from "./gather-sets";
import type { RowPlace, Tally } from "./tally";

export type RuleChecks = ReturnType<typeof makeRuleChecks>;

/** Makes the checks of a ruleset's rules for a file whose columns are known: some judge each row, others gather rows. */
export function makeRuleChecks({
  ruleset,
  columnOf,
  tables,
  referenceDate,
  tally,
}: {
  ruleset: Ruleset;
  /** Index of a field's column in the file, less than 0 when there is none. */
  columnOf(field: string): number;
  tables: ReadonlyMap<string, LoadedTable>;
  /** An ISO day. */
  referenceDate: string;
  tally: Tally;
}) {
  const { schema, derive, references, rules, currency } = ruleset;
  const { scope, compiled } = compileRules({ fields: schema.fields, derive, references, rules });
  const { active, notRun } = activateRules(compiled, { scope, columnOf, referenceDate, currency });
  const context = { tally, columnOf, referenceDate };
  const failures: RuleNotRun[] = [];

  function rowCheckOf(one: ActiveRule): RowCheck[] {
    if (one.kind === "row") return [rowRuleCheck(one, context)];
    if (one.kind !== "reference") return [];
    const table = tables.get(one.table.name);
    if (table) return [referenceCheck(one, table, context)];
    notRun.push({ check: `rule:${one.rule.id}`, reason: `no-table:${one.table.name}` });
    return [];
  }

  let place: RowPlace = { row: 0, line: 0, byte: 0, cells: null };
  const reading = makeRowReading({
    scope,
    rules: active,
    columnOf,
    missingValues: schema.missingValues,
    referenceDate,
    onFailure(variable, error) {
      failures.push({ check: `derive:${variable}`, reason: `failed-at-row:${place.row}` });
      const params = { rule: variable, reason: reasonOf(error), ruleRow: place.row };
      tally.addToRow({ code: "rule-error", column: null, field: null, params }, place, false);
    },
  });
  const checks = active.flatMap(rowCheckOf);
  let gatherer: SetGatherer | null = null;

  return {
    reading,
    /** The rules over many rows, whose rows `gatherIn` has to gather. */
    setRules: active.filter((one): one is SetRule => one.kind === "group" || one.kind === "sequence"),
    gatherIn(sets: SetGatherer): void {
      gatherer = sets;
    },
    check(at: RowPlace, cells: readonly string[]): void {
      place = at;
      reading.read(cells);
      for (const check of checks) check.check(at, cells, reading.values);
      gatherer?.add(at);
    },
    /** Rules that did not judge every row, and why; call after the last row. */
    notRun: (): RuleNotRun[] => [...notRun, ...failures, ...checks.flatMap((check) => check.notRun())],
  };
}
