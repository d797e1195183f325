import type { Params } from "../findings/finding";
import { textsAsParams } from "../findings/rule-message";
import type { RowPlace, Tally } from "../pipeline/tally";
import { quoteValue } from "../schema/quote-value";
import type { Ruleset } from "../schema/ruleset";
import type { RowValues } from "./compile-expression";
import { type CompiledRule, compileRules } from "./compile-rule";
import { type ValueReader, valueReader } from "./row-values";

export interface RuleNotRun {
  /** `rule:` and the rule's id. */
  check: string;
  /** `no-column:<field>`, `not-in-effect`, `faulty-cells` (on some rows) or `failed-at-row:<row>`. */
  reason: string;
  /** Rows that the rule did not judge, when it judged others. */
  rows?: number;
}

export type RowRules = ReturnType<typeof makeRowRules>;

interface ActiveRule extends CompiledRule {
  column: number | null;
  field: string | null;
  texts: Params;
  faulty: number;
  failed: boolean;
}

/**
 * Makes the check of a row against the ruleset's row rules; `matched[i]` is the index of column i's field, or null.
 * A rule says nothing of a row on which a cell it needs is missing or, which is counted, faulty.
 */
export function makeRowRules({
  ruleset,
  matched,
  referenceDate,
  tally,
}: {
  ruleset: Ruleset;
  matched: readonly (number | null)[];
  /** An ISO day. */
  referenceDate: string;
  tally: Tally;
}) {
  const { fields, missingValues = [""] } = ruleset.schema;
  const { compiled, variables } = compileRules(ruleset.rules ?? [], fields);
  const notRun: RuleNotRun[] = [];
  const columnOf = (name: string) => matched.indexOf(fields.findIndex((field) => field.name === name));
  const variableOf = new Map(variables.map((variable) => [variable.name, variable]));
  const fieldOf = (name: string) => variableOf.get(name)?.field.name ?? name;

  const active = compiled.flatMap((one): ActiveRule[] => {
    const { id, effective: { from = "", to = "9999" } = {}, columns } = one.rule;
    const absent = one.used.map(fieldOf).find((name) => columnOf(name) < 0);
    const isInEffect = from <= referenceDate && referenceDate.slice(0, to.length) <= to;
    if (absent !== undefined || !isInEffect) {
      const reason = absent === undefined ? "not-in-effect" : `no-column:${absent}`;
      notRun.push({ check: `rule:${id}`, reason });
      return [];
    }
    const field = columns?.[0] ?? one.shown[0] ?? null;
    const at = field === null ? -1 : columnOf(field);
    return [
      {
        ...one,
        field,
        column: at < 0 ? null : at + 1,
        texts: textsAsParams(one.rule),
        faulty: 0,
        failed: false,
      },
    ];
  });

  const values: RowValues = { referenceDate: new Date(`${referenceDate}T00:00:00Z`) };
  const readers = [...new Set(active.flatMap(({ used }) => used))].map(
    (name): { name: string; at: number; read: ValueReader } => {
      const field = variableOf.get(name)?.field;
      if (!field) throw new Error(`no field for the variable ${name}`);
      values[name] = undefined;
      return { name, at: columnOf(field.name), read: valueReader(field, missingValues) };
    },
  );

  function paramsOf({ shown, texts }: ActiveRule, cells: readonly string[]): Params {
    const params: Params = { referenceDate };
    for (const name of shown) {
      const cell = cells[columnOf(name)];
      if (cell !== undefined) params[name] = quoteValue(cell);
    }
    return { ...params, ...texts };
  }

  function judge(one: ActiveRule, place: RowPlace, cells: readonly string[]): void {
    if (one.used.some((name) => values[name] === null)) {
      one.faulty++;
      return;
    }
    if (one.needed.some((name) => values[name] === undefined)) return;
    if (one.when !== null && one.when.evaluate(values) !== true) return;
    if (one.check.evaluate(values) !== false) return;
    const { id } = one.rule;
    const params = tally.room(id) > 0 ? paramsOf(one, cells) : {};
    tally.addToRow({ code: id, column: one.column, field: one.field, params }, place);
  }

  function fail(one: ActiveRule, place: RowPlace, error: unknown): void {
    one.failed = true;
    const { id } = one.rule;
    const params = { rule: id, reason: reasonOf(error), ruleRow: place.row };
    tally.addToRow({ code: "rule-error", column: null, field: null, params }, place, false);
    notRun.push({ check: `rule:${id}`, reason: `failed-at-row:${place.row}` });
  }

  return {
    check(place: RowPlace, cells: readonly string[]): void {
      for (const { name, at, read } of readers) values[name] = read(cells[at]);
      for (const one of active) {
        if (one.failed) continue;
        try {
          judge(one, place, cells);
        } catch (error) {
          fail(one, place, error);
        }
      }
    },
    /** Rules that did not judge every row, and why; call after the last row. */
    notRun(): RuleNotRun[] {
      const skipped = active.filter(({ faulty }) => faulty > 0);
      return [
        ...notRun,
        ...skipped.map(({ rule, faulty }) => ({
          check: `rule:${rule.id}`,
          reason: "faulty-cells",
          rows: faulty,
        })),
      ];
    },
  };
}

function reasonOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "summary" in error) return String(error.summary);
  return error instanceof Error ? error.message : String(error);
}
