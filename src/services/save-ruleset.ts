import { parseRuleset, type Ruleset, RulesetError, type RulesetProblem } from "@/core/schema/ruleset";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import type { RulesetSource } from "@/db/ruleset-view";
import { type SavedRuleset, saveRuleset as writeRuleset } from "@/db/save-ruleset";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { SaveRulesetInput } from "./inputs";

/**
 * Stores a ruleset as its next version, with the text it came as; what is unchanged keeps its version. Throws AppError
 * `invalid-input`.
 */
export async function saveRuleset({ ctx, input }: Call<SaveRulesetInput>): Promise<SavedRuleset> {
  const { document } = input;
  const ownerId = ctx.actor.ownerId;
  if (typeof document !== "string") return writeRuleset({ ownerId, ruleset: readDocument(document) });
  const { ruleset, problems } = checkRulesetText(document);
  if (!ruleset) throw refusal(problems);
  return writeRuleset({ ownerId, ruleset, source: sourceOf(document) });
}

function readDocument(document: unknown): Ruleset {
  try {
    return parseRuleset(document);
  } catch (cause) {
    if (!(cause instanceof RulesetError)) throw cause;
    throw refusal(cause.problems, cause);
  }
}

function sourceOf(text: string): RulesetSource {
  return { text, format: text.trimStart().startsWith("{") && isJson(text) ? "json" : "yaml" };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refusal(problems: (RulesetProblem & { line?: number })[], cause?: unknown): AppError {
  const said = problems.map(
    ({ path, message, line }) => `${path || "document"}: ${message}${line ? ` (line ${line})` : ""}`,
  );
  return new AppError("invalid-input", said.join("; "), {
    cause,
    params: { fields: problems.map(({ path }) => path || "document") },
  });
}
