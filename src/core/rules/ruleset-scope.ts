import type { Environment } from "@marcbachmann/cel-js";
import type { Field } from "../schema/field";
import { declare, makeEnvironment } from "./cel-environment";
import { compileExpression, type Expression, wanted } from "./compile-expression";
import { type FieldVariable, fieldVariables, takenNames } from "./field-variables";
import { orderDerived } from "./order-derived";
import type { RuleProblem } from "./rule-problem";

/** A value of a row that rules can read: a field's, or one that the ruleset derives. */
export type RowVariable = FieldVariable | { name: string; type: string; field: null; expression: Expression };

export interface RulesetScope {
  /** Fields first, then derived values, each of which reads only what stands before it. */
  variables: RowVariable[];
  environment: Environment;
  /** The variable of a field's or a derived value's name, as `by` and `key` have it. */
  find(name: string): RowVariable | null;
  problems: RuleProblem[];
}

/** What expressions over a row of the ruleset can read, or what is wrong with its derived values. */
export function makeScope(
  fields: readonly Field[],
  derive: Readonly<Record<string, string>> = {},
): RulesetScope {
  const variables: RowVariable[] = fieldVariables(fields);
  const environment = makeEnvironment(fieldVariables(fields));
  const problems: RuleProblem[] = [];
  const names = new Set(variables.map(({ name }) => name));
  const fieldNames = new Set(fields.map(({ name }) => name));
  const { order, circular } = orderDerived(environment, derive);
  for (const name of circular) problems.push({ path: ["derive", name], message: "is derived from itself" });
  for (const name of order) {
    const path = ["derive", name];
    const source = derive[name] ?? "";
    if (names.has(name) || fieldNames.has(name) || takenNames.has(name)) {
      problems.push({ path, message: "is a name that a field or the language has" });
      continue;
    }
    names.add(name);
    const result = compileExpression(environment, source, wanted.value);
    if ("problem" in result) {
      const { problem, character } = result;
      problems.push({ path, message: `${problem} at character ${character} of ${JSON.stringify(source)}` });
      continue;
    }
    const variable = { name, type: result.type, field: null, expression: result };
    declare(environment, variable);
    variables.push(variable);
  }
  const byName = new Map(variables.map((variable) => [variable.field?.name ?? variable.name, variable]));
  return { variables, environment, find: (name) => byName.get(name) ?? null, problems };
}
