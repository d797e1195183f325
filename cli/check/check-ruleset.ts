import { readFile } from "node:fs/promises";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import type { Lang } from "../settings";
import { textsOf } from "../texts";
import { mustBeFile } from "../upload";
import type { ExitCode } from "../verdict";

/** Says what is wrong with a ruleset's file, each problem as `file:line:column`. Resolves to 1 when something is. */
export async function checkRuleset(path: string, { lang }: { lang: Lang }): Promise<ExitCode> {
  await mustBeFile(path);
  const { problems, ruleset } = checkRulesetText(await readFile(path, "utf8"), lang);
  const texts = textsOf(lang);
  for (const { path: at, message, line, column } of problems)
    console.log(`${path}:${line}:${column}: ${at ? `${at}: ` : ""}${message}`);
  console.error(`facnet: ${ruleset ? texts.rulesetSound(ruleset.id) : texts.rulesetFaulty(problems.length)}`);
  return ruleset ? 0 : 1;
}
