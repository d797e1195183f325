import { placeholder } from "../findings/rule-message";
import type { Rule } from "./rule";
import type { RuleProblem } from "./rule-problem";

type Texts = Pick<Rule, "title" | "message" | "solution"> &
  Pick<Extract<Rule, { kind: "reference" }>, "unknown" | "inactive">;

const kinds = ["title", "message", "solution", "unknown", "inactive"] as const;

/** The names in braces of a rule's texts, without the form behind a colon, as in `{fees:money}`. */
export function placeholdersOf(rule: Partial<Texts>): string[] {
  const texts = kinds.flatMap((kind) => [rule[kind]?.en ?? "", rule[kind]?.fr ?? ""]);
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name = ""]) => withoutForm(name))),
    ),
  ];
}

const withoutForm = (name: string) => name.replace(/:money$/, "");

/** What is wrong with the names that a rule's texts, columns and dates have; `known` holds the names that a text may have in braces. */
export function textProblems(
  rule: Rule,
  at: number,
  fields: ReadonlySet<string>,
  known: ReadonlySet<string>,
): RuleProblem[] {
  const problems: RuleProblem[] = [];
  rule.columns?.forEach((name, i) => {
    if (!fields.has(name))
      problems.push({ path: ["rules", at, "columns", i], message: `names no field: ${name}` });
  });
  for (const kind of kinds) {
    const text = kind in rule ? Reflect.get(rule, kind) : undefined;
    for (const name of placeholdersOf({ [kind]: text }))
      if (!known.has(name) && !fields.has(name))
        problems.push({ path: ["rules", at, kind], message: `has {${name}}, which is no field` });
  }
  const { from, to } = rule.effective ?? {};
  if (from !== undefined && to !== undefined && from > to)
    problems.push({ path: ["rules", at, "effective", "to"], message: "is before from" });
  return problems;
}
