import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readWithTables } from "./check/table-files";
import { type Client, createClient } from "./client";
import { CommandError } from "./command-error";
import { type ListOptions, printJson, tableOf } from "./lists";
import { printable } from "./print-findings";
import type { Settings } from "./settings";
import { textsOf } from "./texts";
import type { ExitCode } from "./verdict";

export interface ShowOptions {
  version?: number | undefined;
  format?: "yaml" | "json" | undefined;
  /** A folder to write the text and the reference tables to. */
  save?: string | undefined;
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

/** Prints one version of a ruleset as its author wrote it, or in the format that is asked for; or saves it with its tables. */
export async function showRuleset(
  settings: Settings,
  id: string,
  { version, format, save }: ShowOptions,
): Promise<ExitCode> {
  const client = createClient(settings);
  const found = await client.rulesets.text.query({ id, version, format });
  if (save !== undefined) return saveHere(client, found, save, settings);
  const { text } = found;
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return 0;
}

/** Saves a file, or the ruleset of a folder, with the tables beside it, as the next version of the ruleset that it names. */
export async function saveRuleset(settings: Settings, path: string): Promise<ExitCode> {
  const saved = await createClient(settings).rulesets.save.mutate(await readWithTables(path));
  const texts = textsOf(settings.lang);
  console.log((saved.created ? texts.rulesetSaved : texts.rulesetUnchanged)(saved.id, saved.version));
  return 0;
}

async function saveHere(
  client: Client,
  { id, version, format, text }: { id: string; version: number; format: string; text: string },
  folder: string,
  { lang }: Settings,
): Promise<ExitCode> {
  const files = new Map([[`ruleset.${format}`, text]]);
  for (const { path } of await client.rulesets.tables.query({ id, version })) {
    // It comes from a service: whatever that says, nothing is written outside the folder.
    if (basename(path) !== path) throw new CommandError({ kind: "not-written", path });
    files.set(path, (await client.rulesets.table.query({ id, version, path })).text);
  }
  for (const [name, content] of files) {
    const place = join(folder, name);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(place, content);
    } catch (cause) {
      throw new CommandError({ kind: "not-written", path: place }, { cause });
    }
  }
  console.error(`facnet: ${textsOf(lang).rulesetWritten([...files.keys()], folder)}`);
  return 0;
}
