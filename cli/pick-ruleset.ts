import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Client, EnqueueInput } from "./client";
import { mustBeFile } from "./upload";

export type RulesetChoice = Pick<EnqueueInput, "rulesetId" | "rulesetVersion">;

/** The ruleset to check against: the latest of that id, or a YAML or JSON file, which is stored first. */
export async function pickRuleset(client: Client, choice: string | undefined): Promise<RulesetChoice> {
  if (choice === undefined) return {};
  const extension = extname(choice).toLowerCase();
  if (![".yaml", ".yml", ".json"].includes(extension)) return { rulesetId: choice };
  await mustBeFile(choice);
  const { id, version } = await client.rulesets.save.mutate({ document: await readFile(choice, "utf8") });
  return { rulesetId: id, rulesetVersion: version };
}
