import { makeEnvironment } from "./cel-environment";
import { type Expression, wanted } from "./compile-expression";
import { type CompiledMeasure, compileMeasures, groupDeclared, namesOf } from "./compile-measures";
import { takenNames } from "./field-variables";
import type { SequenceRule } from "./rule";
import type { RuleCompiler } from "./rule-compiler";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

export interface CompiledSequenceRule {
  kind: "sequence";
  rule: SequenceRule;
  by: RowVariable[];
  orderBy: RowVariable[];
  where: Expression | null;
  /** Over all rows of the group before the row. */
  measures: CompiledMeasure[];
  /** Variables that expressions read of `row` or `prev`. */
  members: RowVariable[];
  /** Over the `by` variables, the measures, `row` and `prev`. */
  when: Expression | null;
  check: Expression;
  impact: Expression | null;
}

const structs: ReadonlySet<string> = new Set(["row", "prev"]);

export function compileSequenceRule(
  rule: SequenceRule,
  compiler: RuleCompiler,
  scope: RulesetScope,
): CompiledSequenceRule | null {
  const by = compiler.variables("by", rule.by);
  const orderBy = compiler.variables("orderBy", rule.orderBy);
  const where = compiler.expression(["where"], rule.where);
  const taken = new Set([...takenNames, ...namesOf(scope)]);
  const measures = compileMeasures(rule.measures ?? {}, taken, compiler);
  if (compiler.problems.length > 0) return null;
  const single = scope.variables.filter(({ type }) => !type.startsWith("list"));
  const members = Object.fromEntries(single.map(({ name, type }) => [name, type]));
  const environment = makeEnvironment([
    ...groupDeclared(by, measures),
    ...[...structs].map((name) => ({ name, members })),
  ]);
  const part = (name: "when" | "check" | "impact") =>
    compiler.expression(
      [name],
      rule[name],
      name === "impact" ? wanted.number : wanted.truth,
      environment,
      structs,
    );
  const [when, check, impact] = [part("when"), part("check"), part("impact")];
  if (!check) return null;
  const read = new Set([when, check, impact].flatMap((one) => (one ? [...one.reads, ...one.asked] : [])));
  const used = single.filter(({ name }) => read.has(`row.${name}`) || read.has(`prev.${name}`));
  return { kind: "sequence", rule, by, orderBy, where, measures, members: used, when, check, impact };
}
