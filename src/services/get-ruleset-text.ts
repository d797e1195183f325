import { stringify } from "yaml";
import { findRuleset } from "@/db/find-ruleset";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { ReadRulesetInput } from "./inputs";

export interface RulesetText {
  id: string;
  version: number;
  title: string;
  format: "yaml" | "json";
  text: string;
}

/**
 * One version of a ruleset as text: as its author wrote it, unless the other format is asked for. Throws AppError
 * `not-found`.
 */
export async function getRulesetText({ ctx, input }: Call<ReadRulesetInput>): Promise<RulesetText> {
  const { format: asked, ...ref } = input;
  const found = await findRuleset({ ...ref, ownerId: ctx.actor.ownerId });
  if (!found) throw new AppError("not-found", "There is no such ruleset.");
  const { id, version, title, document, source } = found;
  const format = asked ?? source?.format ?? "yaml";
  const text = source?.format === format ? source.text : written(document, format);
  return { id, version, title, format, text };
}

function written(document: unknown, format: "yaml" | "json"): string {
  return format === "json"
    ? `${JSON.stringify(document, null, 2)}\n`
    : stringify(document, { lineWidth: 110 });
}
