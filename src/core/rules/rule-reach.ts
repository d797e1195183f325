import type { Expression } from "./compile-expression";
import type { CompiledRule } from "./compile-rules";
import { placeholdersOf } from "./rule-texts";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

/** The expressions of a rule that are worked out on each row. */
function rowExpressions(one: CompiledRule): (Expression | null)[] {
  if (one.kind === "row" || one.kind === "reference") return [one.when, one.check, one.impact];
  const measures = one.measures.flatMap(({ value, where }) => [value, where]);
  return one.kind === "group" ? [one.where, one.mark, ...measures] : [one.where, ...measures];
}

/** The variables of a row that a rule needs, in the order of the scope. */
export function variablesRead(one: CompiledRule, { variables }: RulesetScope): RowVariable[] {
  const names = new Set(rowExpressions(one).flatMap((each) => (each ? [...each.reads, ...each.asked] : [])));
  const named = {
    row: () => [],
    reference: () => {
      const { key, narrow, validOn } =
        one.kind === "reference" ? one : { key: [], narrow: [], validOn: null };
      return [...key, ...narrow.map(({ value }) => value), ...(validOn ? [validOn] : [])];
    },
    group: () => (one.kind === "group" ? one.by : []),
    sequence: () => (one.kind === "sequence" ? [...one.by, ...one.orderBy, ...one.members] : []),
  }[one.kind]();
  for (const { name } of named) names.add(name);
  return variables.filter(({ name }) => names.has(name));
}

/** The variables that a rule asks for by their names; of the others it takes the number of the variable's place. */
export function readByName(one: CompiledRule, scope: RulesetScope): string[] {
  if (one.kind === "row" || one.kind === "reference")
    return variablesRead(one, scope).map(({ name }) => name);
  const parts = [one.where, one.kind === "group" ? one.mark : null];
  for (const { value, where } of one.measures) parts.push(where, where || value?.only == null ? value : null);
  return parts.flatMap((each) => (each ? [...each.reads, ...each.asked] : []));
}

/** Those variables and what they are derived from. */
export function withOrigins(read: readonly RowVariable[], { variables }: RulesetScope): RowVariable[] {
  const names = new Set(read.map(({ name }) => name));
  for (const variable of variables.toReversed()) {
    if (variable.field !== null || !names.has(variable.name)) continue;
    for (const name of [...variable.expression.reads, ...variable.expression.asked]) names.add(name);
  }
  return variables.filter(({ name }) => names.has(name));
}

/** Names of the fields whose cells a finding of the rule shows: those it marks, reads, or has in its texts. */
export function fieldsShown(one: CompiledRule, scope: RulesetScope): string[] {
  const read = withOrigins(variablesRead(one, scope), scope).flatMap(({ field }) =>
    field ? [field.name] : [],
  );
  const fields = new Set(scope.variables.flatMap(({ field }) => (field ? [field.name] : [])));
  const told = placeholdersOf(one.rule).filter((name) => fields.has(name));
  return [...new Set([...(one.rule.columns ?? []), ...read, ...told])];
}
