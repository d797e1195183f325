import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { readWithTables } from "./check/table-files";
import type { Client, EnqueueInput } from "./client";

export type RulesetChoice = Pick<EnqueueInput, "rulesetId" | "rulesetVersion">;

/** The ruleset to check against: the latest of that id, or a YAML or JSON file or a folder, which is stored first. */
export async function pickRuleset(client: Client, choice: string | undefined): Promise<RulesetChoice> {
  if (choice === undefined) return {};
  if (!(await isLocal(choice))) return { rulesetId: choice };
  const { id, version } = await client.rulesets.save.mutate(await readWithTables(choice));
  return { rulesetId: id, rulesetVersion: version };
}

/** A ruleset's id has no sign that a path to a folder could not do without. */
async function isLocal(choice: string): Promise<boolean> {
  if ([".yaml", ".yml", ".json"].includes(extname(choice).toLowerCase())) return true;
  return /[\\/]/.test(choice) && (await stat(choice).catch(() => null))?.isDirectory() === true;
}
