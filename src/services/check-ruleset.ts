import { type NamedReference, namedReferences } from "@/core/schema/named-references";
import { checkRulesetText, type PlacedProblem } from "@/core/schema/ruleset-text";
import { type RulesetVariable, rulesetVariables } from "@/core/schema/ruleset-variables";
import type { RulesetDraft } from "./inputs";

export interface CheckedRuleset {
  problems: PlacedProblem[];
  /** Id and title, as soon as there is no problem. */
  ruleset: { id: string; title: string } | null;
  isTableSchema: boolean;
  /** What its rules may read, as far as its fields can be read. */
  variables: RulesetVariable[];
  /** The reference tables that it names, as far as they can be read. */
  references: NamedReference[];
}

/** Says what is wrong with a ruleset that is being written, and where. Nothing is stored. */
export async function checkRuleset({ input }: { input: RulesetDraft }): Promise<CheckedRuleset> {
  const { problems, ruleset, isTableSchema, document } = checkRulesetText(input.text, input.lang);
  return {
    problems,
    ruleset: ruleset && { id: ruleset.id, title: ruleset.title },
    isTableSchema,
    variables: rulesetVariables(document),
    references: namedReferences(document),
  };
}
