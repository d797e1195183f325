import type { Expression } from "./compile-expression";
import { wanted } from "./compile-expression";
import type { RowRule } from "./rule";
import type { RuleCompiler } from "./rule-compiler";

export interface CompiledRowRule {
  kind: "row";
  rule: RowRule;
  when: Expression | null;
  check: Expression;
  impact: Expression | null;
}

export function compileRowRule(rule: RowRule, { expression }: RuleCompiler): CompiledRowRule | null {
  const when = expression(["when"], rule.when);
  const check = expression(["check"], rule.check);
  const impact = expression(["impact"], rule.impact, wanted.number);
  return check ? { kind: "row", rule, when, check, impact } : null;
}
