import { makeEnvironment } from "./cel-environment";
import { type Expression, wanted } from "./compile-expression";
import { type CompiledMeasure, compileMeasures, groupDeclared, namesOf } from "./compile-measures";
import { takenNames } from "./field-variables";
import type { GroupRule } from "./rule";
import type { RuleCompiler } from "./rule-compiler";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

export interface CompiledGroupRule {
  kind: "group";
  rule: GroupRule;
  by: RowVariable[];
  where: Expression | null;
  mark: Expression | null;
  measures: CompiledMeasure[];
  /** Over the `by` variables, the measures and `rows`. */
  when: Expression | null;
  check: Expression;
  impact: Expression | null;
}

export function compileGroupRule(
  rule: GroupRule,
  compiler: RuleCompiler,
  scope: RulesetScope,
): CompiledGroupRule | null {
  const { expression } = compiler;
  const by = compiler.variables("by", rule.by);
  const where = expression(["where"], rule.where);
  const mark = expression(["mark"], rule.mark);
  const taken = new Set([...takenNames, ...namesOf(scope)]);
  const measures = compileMeasures(rule.measures, taken, compiler);
  if (compiler.problems.length > 0) return null;
  const environment = makeEnvironment([...groupDeclared(by, measures), { name: "rows", type: "int" }]);
  const when = expression(["when"], rule.when, wanted.truth, environment);
  const check = expression(["check"], rule.check, wanted.truth, environment);
  const impact = expression(["impact"], rule.impact, wanted.number, environment);
  return check ? { kind: "group", rule, by, where, mark, measures, when, check, impact } : null;
}
