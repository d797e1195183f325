import type { Field } from "../schema/field";
import type { ReferenceTable } from "../schema/reference-table";
import { type CompiledGroupRule, compileGroupRule } from "./compile-group-rule";
import { type CompiledReferenceRule, compileReferenceRule } from "./compile-reference-rule";
import { type CompiledRowRule, compileRowRule } from "./compile-row-rule";
import { type CompiledSequenceRule, compileSequenceRule } from "./compile-sequence-rule";
import type { Rule } from "./rule";
import { ruleCompiler } from "./rule-compiler";
import type { RuleProblem } from "./rule-problem";
import { textProblems } from "./rule-texts";
import { makeScope, type RulesetScope } from "./ruleset-scope";

export type CompiledRule = CompiledRowRule | CompiledReferenceRule | CompiledGroupRule | CompiledSequenceRule;

/** What rules are compiled against. */
export interface RulesetParts {
  fields: readonly Field[];
  derive?: Readonly<Record<string, string>> | undefined;
  references?: readonly ReferenceTable[] | undefined;
  rules?: readonly Rule[] | undefined;
}

export interface CompiledRules {
  scope: RulesetScope;
  compiled: CompiledRule[];
  problems: RuleProblem[];
}

/** Compiles a ruleset's derived values and rules, or says what is wrong with each that cannot be. */
export function compileRules({ fields, derive, references = [], rules = [] }: RulesetParts): CompiledRules {
  const scope = makeScope(fields, derive);
  const names = new Set(fields.map(({ name }) => name));
  const compiled: CompiledRule[] = [];
  const problems: RuleProblem[] = [...scope.problems];
  const ids = new Set<string>();
  rules.forEach((rule, at) => {
    if (ids.has(rule.id)) problems.push({ path: ["rules", at, "id"], message: "is used twice" });
    ids.add(rule.id);
    problems.push(...textProblems(rule, at, names, namesInTexts(rule, references)));
    const compiler = ruleCompiler({ rule, at, scope });
    const one = compileOne(rule, compiler, scope, references);
    if (one) compiled.push(one);
    problems.push(...compiler.problems);
  });
  return { scope, compiled, problems };
}

function compileOne(
  rule: Rule,
  compiler: ReturnType<typeof ruleCompiler>,
  scope: RulesetScope,
  references: readonly ReferenceTable[],
): CompiledRule | null {
  switch (rule.kind) {
    case "row":
      return compileRowRule(rule, compiler);
    case "reference":
      return compileReferenceRule(rule, compiler, scope, references);
    case "group":
      return compileGroupRule(rule, compiler, scope);
    case "sequence":
      return compileSequenceRule(rule, compiler, scope);
  }
}

/** What a rule's texts may have in braces beside fields. */
function namesInTexts(rule: Rule, references: readonly ReferenceTable[]): Set<string> {
  const names = ["referenceDate", "impact"];
  if (rule.kind === "group" || rule.kind === "sequence")
    names.push(...rule.by, ...Object.keys(rule.measures ?? {}), rule.kind === "group" ? "rows" : "prev");
  if (rule.kind === "reference") {
    const table = references.find(({ name }) => name === rule.table);
    names.push("found", ...(table?.schema.fields ?? []).map(({ name }) => `entry.${name}`));
  }
  return new Set(names);
}
