import { stringify } from "yaml";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import { AppError } from "@/errors";
import type { RulesetDraft } from "./inputs";

/** The ruleset that a plain Table Schema stands for, as YAML. Throws AppError `invalid-input`. */
export async function convertTableSchema({
  input,
}: {
  input: Pick<RulesetDraft, "text">;
}): Promise<{ text: string }> {
  const { ruleset, isTableSchema } = checkRulesetText(input.text);
  if (!ruleset || !isTableSchema)
    throw new AppError("invalid-input", "The text is no Table Schema that can be read.");
  return { text: stringify(ruleset, { lineWidth: 110 }) };
}
