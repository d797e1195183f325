import type { Params } from "../findings/finding";
import { textsAsParams } from "../findings/rule-message";
import type { CompiledRule } from "./compile-rules";
import { fieldsShown, variablesRead, withOrigins } from "./rule-reach";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

export interface RuleNotRun {
  /** `rule:` and the rule's id. */
  check: string;
  /**
   * `no-column:<field>`, `no-table:<reference>`, `not-in-effect`, `faulty-cells` (on some rows), `failed-at-row:<row>`,
   * `failed` or `time-limit`.
   */
  reason: string;
  /** Rows that the rule did not judge, when it judged others. */
  rows?: number;
}

/** A rule that is checked in this file, and what its findings have in common. */
export type ActiveRule<T extends CompiledRule = CompiledRule> = T & {
  reads: RowVariable[];
  /** Fields whose cells a finding shows. */
  shown: string[];
  /** The column (from 1) and the field that its findings are on. */
  column: number | null;
  field: string | null;
  texts: Params;
};

export interface RuleSituation {
  scope: RulesetScope;
  /** Index of a field's column in the file, less than 0 when there is none. */
  columnOf(field: string): number;
  /** An ISO day. */
  referenceDate: string;
  currency: string | undefined;
}

/** Parts the rules that are checked in this file from those that cannot be. */
export function activateRules(compiled: readonly CompiledRule[], situation: RuleSituation) {
  const { scope, columnOf, referenceDate, currency } = situation;
  const notRun: RuleNotRun[] = [];
  const active = compiled.flatMap((one): ActiveRule[] => {
    const { id, effective: { from = "", to = "9999" } = {} } = one.rule;
    const reads = variablesRead(one, scope);
    const absent = withOrigins(reads, scope).find(({ field }) => field && columnOf(field.name) < 0);
    const isInEffect = from <= referenceDate && referenceDate.slice(0, to.length) <= to;
    if (absent || !isInEffect) {
      notRun.push({
        check: `rule:${id}`,
        reason: absent ? `no-column:${absent.field?.name}` : "not-in-effect",
      });
      return [];
    }
    const shown = fieldsShown(one, scope);
    const field = markedField(one, shown);
    const at = field === null ? -1 : columnOf(field);
    const money: Params = currency === undefined ? {} : { "@currency": currency };
    const texts = { ...textsAsParams(one.rule), ...money };
    return [{ ...one, reads, shown, field, column: at < 0 ? null : at + 1, texts }];
  });
  return { active, notRun };
}

/** The field that findings are put on: the first that the rule names, or that it groups by, or that it reads. */
function markedField(one: CompiledRule, shown: readonly string[]): string | null {
  const named = one.rule.columns?.[0];
  if (named !== undefined) return named;
  const by =
    one.kind === "group" || one.kind === "sequence" ? one.by.find(({ field }) => field !== null) : null;
  return by?.field?.name ?? shown[0] ?? null;
}

/** Why a rule could not be worked out, in the words of whoever stopped it. */
export function reasonOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "summary" in error) return String(error.summary);
  return error instanceof Error ? error.message : String(error);
}
