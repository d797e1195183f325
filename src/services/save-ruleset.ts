import { parse as parseYaml } from "yaml";
import { parseRuleset, RulesetError } from "@/core/schema/ruleset";
import { saveRuleset as writeRuleset } from "@/db/save-ruleset";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { SaveRulesetInput } from "./inputs";

/** Stores a ruleset as its next version; unchanged content keeps its version. Throws AppError `invalid-input`. */
export async function saveRuleset({
  ctx,
  input,
}: Call<SaveRulesetInput>): Promise<{ id: string; version: number }> {
  const ruleset = readRuleset(readDocument(input.document));
  return writeRuleset({ ownerId: ctx.actor.ownerId, ruleset });
}

function readDocument(document: SaveRulesetInput["document"]): unknown {
  if (typeof document !== "string") return document;
  try {
    return parseYaml(document, { maxAliasCount: 100 });
  } catch (cause) {
    throw new AppError("invalid-input", "The ruleset is neither YAML nor JSON.", { cause });
  }
}

function readRuleset(document: unknown) {
  try {
    return parseRuleset(document);
  } catch (cause) {
    if (!(cause instanceof RulesetError)) throw cause;
    throw new AppError("invalid-input", cause.message, {
      cause,
      params: { fields: cause.problems.map(({ path }) => path || "document") },
    });
  }
}
