import { placeholder } from "../findings/rule-message";
import type { Field } from "../schema/field";
import { makeEnvironment } from "./cel-environment";
import { compileExpression, type Expression } from "./compile-expression";
import { type FieldVariable, fieldVariables } from "./field-variables";
import type { RowRule, Rule } from "./rule";

export interface CompiledRule {
  rule: RowRule;
  when: Expression | null;
  check: Expression;
  /** Variables without which the rule has nothing to say of a row. */
  needed: string[];
  /** Variables that are read or asked about. */
  used: string[];
  /** Names of the fields whose cells a finding shows. */
  shown: string[];
}

export interface RuleProblem {
  path: (string | number)[];
  message: string;
}

/** Compiles row rules against the fields of their ruleset, or says what is wrong with each that cannot be. */
export function compileRules(all: readonly Rule[], fields: readonly Field[]) {
  const rules = all.filter((rule) => rule.kind === "row");
  const variables = fieldVariables(fields);
  const environment = makeEnvironment(variables);
  const names = new Set(fields.map(({ name }) => name));
  const compiled: CompiledRule[] = [];
  const problems: RuleProblem[] = [];
  const ids = new Set<string>();

  function expression(rule: RowRule, at: number, part: "when" | "check"): Expression | null {
    const source = rule[part];
    if (source === undefined) return null;
    const result = compileExpression(environment, source);
    if (!("problem" in result)) return result;
    const { problem, character } = result;
    problems.push({
      path: [at, part],
      message: `rule ${rule.id}: ${problem} at character ${character} of ${JSON.stringify(source)}`,
    });
    return null;
  }

  rules.forEach((rule, at) => {
    if (ids.has(rule.id)) problems.push({ path: [at, "id"], message: "is used twice" });
    ids.add(rule.id);
    problems.push(...nameProblems(rule, at, names));
    const when = expression(rule, at, "when");
    const check = expression(rule, at, "check");
    if (check) compiled.push(joinParts(rule, when, check, variables));
  });
  return { compiled, problems, variables };
}

function joinParts(
  rule: RowRule,
  when: Expression | null,
  check: Expression,
  variables: readonly FieldVariable[],
): CompiledRule {
  const reads = new Set([...(when?.reads ?? []), ...check.reads]);
  const asked = new Set([...(when?.asked ?? []), ...check.asked]);
  const used = variables.filter(({ name }) => reads.has(name) || asked.has(name));
  return {
    rule,
    when,
    check,
    used: used.map(({ name }) => name),
    needed: used.filter(({ name }) => !asked.has(name)).map(({ name }) => name),
    shown: [
      ...new Set([...(rule.columns ?? []), ...used.map(({ field }) => field.name), ...placeholdersOf(rule)]),
    ],
  };
}

function placeholdersOf({ title, message, solution }: RowRule): string[] {
  const texts = [title, message, solution].flatMap((text) => [text?.en ?? "", text?.fr ?? ""]);
  return texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name = ""]) => name));
}

function nameProblems(rule: RowRule, at: number, fields: ReadonlySet<string>): RuleProblem[] {
  const problems: RuleProblem[] = [];
  rule.columns?.forEach((name, i) => {
    if (!fields.has(name)) problems.push({ path: [at, "columns", i], message: `names no field: ${name}` });
  });
  for (const part of ["title", "message", "solution"] as const) {
    for (const name of placeholdersOf({
      ...rule,
      title: undefined,
      message: {},
      solution: undefined,
      [part]: rule[part] ?? {},
    }))
      if (name !== "referenceDate" && !fields.has(name))
        problems.push({ path: [at, part], message: `has {${name}}, which is no field` });
  }
  const { from, to } = rule.effective ?? {};
  if (from !== undefined && to !== undefined && from > to)
    problems.push({ path: [at, "effective", "to"], message: "is before from" });
  return problems;
}
