import { parseRuleset, type Ruleset, RulesetError, type RulesetProblem } from "@/core/schema/ruleset";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import type { RulesetSource } from "@/db/ruleset-view";
import { type SavedRuleset, saveRuleset as writeRuleset } from "@/db/save-ruleset";
import { AppError } from "@/errors";
import type { Call } from "./context";
import { gatherTables } from "./gather-tables";
import type { SaveRulesetInput } from "./inputs";

/**
 * Stores a ruleset with its reference tables as its next version, with the text it came as; what is unchanged keeps its
 * version. A table that is not sent is the latest version's. Throws AppError `invalid-input`.
 */
export async function saveRuleset({ ctx, input }: Call<SaveRulesetInput>): Promise<SavedRuleset> {
  const { document, tables: sent = {} } = input;
  const { ruleset, source } = read(document);
  const tables = await gatherTables(ctx, ruleset, sent);
  return writeRuleset({ ownerId: ctx.actor.ownerId, ruleset, source, tables });
}

function read(document: SaveRulesetInput["document"]): { ruleset: Ruleset; source?: RulesetSource } {
  if (typeof document !== "string") return { ruleset: readDocument(document) };
  const { ruleset, problems } = checkRulesetText(document);
  if (!ruleset) throw refusal(problems);
  return { ruleset, source: sourceOf(document) };
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
