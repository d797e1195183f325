import type { Declared } from "./cel-environment";
import { type Expression, wanted } from "./compile-expression";
import type { Measure } from "./measure";
import type { RuleCompiler } from "./rule-compiler";
import type { RulesetScope } from "./ruleset-scope";

export type MeasureKind = "count" | "distinct" | "sum" | "min" | "max";

export interface CompiledMeasure {
  name: string;
  kind: MeasureKind;
  /** Null for a count. */
  value: Expression | null;
  where: Expression | null;
  /** The CEL type of its result. */
  type: string;
}

/** Compiles the measures of a rule; `taken` holds the names that its other variables have. */
export function compileMeasures(
  measures: Readonly<Record<string, Measure>>,
  taken: Set<string>,
  { tell, expression }: RuleCompiler,
): CompiledMeasure[] {
  return Object.entries(measures).flatMap(([name, measure]): CompiledMeasure[] => {
    const path = ["measures", name];
    if (taken.has(name)) tell(path, "is a name that a field or the language has");
    taken.add(name);
    const where = expression([...path, "where"], measure.where);
    if ("count" in measure) return [{ name, kind: "count", value: null, where, type: "int" }];
    const [kind, source] = sourceOf(measure);
    const wants = kind === "sum" ? wanted.number : kind === "distinct" ? wanted.value : wanted.order;
    const value = expression([...path, kind], source, wants);
    if (!value) return [];
    return [{ name, kind, value, where, type: kind === "distinct" ? "int" : value.type }];
  });
}

function sourceOf(measure: Exclude<Measure, { count: true }>): [Exclude<MeasureKind, "count">, string] {
  if ("distinct" in measure) return ["distinct", measure.distinct];
  if ("sum" in measure) return ["sum", measure.sum];
  return "min" in measure ? ["min", measure.min] : ["max", measure.max];
}

/** What group expressions can read: the values that a group shares, its measures. */
export function groupDeclared(
  by: RulesetScope["variables"],
  measures: readonly CompiledMeasure[],
): Declared[] {
  return [...by, ...measures].map(({ name, type }) => ({ name, type }));
}

/** Names that a text in braces or an expression could take for another thing than a measure. */
export function namesOf({ variables }: RulesetScope): string[] {
  return variables.flatMap(({ name, field }) => (field ? [name, field.name] : [name]));
}
