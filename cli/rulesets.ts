import { readFile } from "node:fs/promises";
import { createClient } from "./client";
import { type ListOptions, printJson, tableOf } from "./lists";
import { printable } from "./print-findings";
import type { Settings } from "./settings";
import { textsOf } from "./texts";
import { mustBeFile } from "./upload";
import type { ExitCode } from "./verdict";

export interface ShowOptions {
  version?: number | undefined;
  format?: "yaml" | "json" | undefined;
}

/** Prints the stored rulesets, each in its latest version. */
export async function listRulesets(settings: Settings, { json }: ListOptions): Promise<ExitCode> {
  const items = await createClient(settings).rulesets.list.query();
  if (json) return printJson(items);
  const texts = textsOf(settings.lang);
  if (items.length === 0) console.error(texts.noRulesets);
  else {
    const rows = items.map(({ id, version, title }) => [id, String(version), printable(title)]);
    console.log(tableOf(texts.rulesetsHead, rows, [1]));
  }
  return 0;
}

/** Prints one version of a ruleset as its author wrote it, or in the format that is asked for. */
export async function showRuleset(
  settings: Settings,
  id: string,
  { version, format }: ShowOptions,
): Promise<ExitCode> {
  const { text } = await createClient(settings).rulesets.text.query({ id, version, format });
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return 0;
}

/** Saves a file as the next version of the ruleset that it names. */
export async function saveRuleset(settings: Settings, path: string): Promise<ExitCode> {
  await mustBeFile(path);
  const saved = await createClient(settings).rulesets.save.mutate({ document: await readFile(path, "utf8") });
  const texts = textsOf(settings.lang);
  console.log((saved.created ? texts.rulesetSaved : texts.rulesetUnchanged)(saved.id, saved.version));
  return 0;
}
