import type { Environment } from "@marcbachmann/cel-js";
import { compileExpression, type Expression, type Wanted, wanted } from "./compile-expression";
import type { Rule } from "./rule";
import type { RuleProblem } from "./rule-problem";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

/** Compiles the parts of one rule, and gathers what is wrong with each. */
export function ruleCompiler({ rule, at, scope }: { rule: Rule; at: number; scope: RulesetScope }) {
  const problems: RuleProblem[] = [];
  const tell = (path: (string | number)[], message: string) =>
    void problems.push({ path: ["rules", at, ...path], message });

  function expression(
    path: (string | number)[],
    source: string | undefined,
    as: Wanted = wanted.truth,
    environment: Environment = scope.environment,
    structs?: ReadonlySet<string>,
  ): Expression | null {
    if (source === undefined) return null;
    const result = compileExpression(environment, source, as, structs);
    if (!("problem" in result)) return result;
    const { problem, character } = result;
    tell(path, `rule ${rule.id}: ${problem} at character ${character} of ${JSON.stringify(source)}`);
    return null;
  }

  /** The variables of fields or derived values, each of which must hold a single value. */
  function variables(path: string, names: readonly string[]): RowVariable[] {
    return names.flatMap((name, i) => {
      const variable = scope.find(name);
      if (!variable) tell([path, i], `names no field and no derived value: ${name}`);
      else if (variable.type.startsWith("list"))
        tell([path, i], `is a list, not ${wanted.value.name}: ${name}`);
      else if (names.indexOf(name) < i) tell([path, i], "is named twice");
      else return [variable];
      return [];
    });
  }

  return { problems, tell, expression, variables };
}

export type RuleCompiler = ReturnType<typeof ruleCompiler>;
