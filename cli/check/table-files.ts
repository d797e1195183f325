import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { decodeTable } from "@/core/references/decode-table";
import { mostReferenceBytes } from "@/core/references/load-table";
import type { Ruleset } from "@/core/schema/ruleset";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import { CommandError } from "../command-error";
import { mustBeFile } from "../upload";

const names = ["ruleset.yaml", "ruleset.yml", "ruleset.json"];

/** The ruleset's file that a path leads to: itself, or the one in the folder. Throws CommandError. */
export async function rulesetFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) {
    await mustBeFile(path);
    return path;
  }
  for (const name of names) {
    const file = join(path, name);
    if (await isFile(file)) return file;
  }
  throw new CommandError({ kind: "no-such-file", path: join(path, "ruleset.yaml") });
}

export interface LocalTables {
  /** Where each table lies, by its path in the ruleset. */
  places: Record<string, string>;
  /** Paths of those that are not there. */
  missing: string[];
}

/** The reference tables beside a ruleset's file. */
export async function tablesBeside(file: string, { references = [] }: Ruleset): Promise<LocalTables> {
  const places: Record<string, string> = {};
  const missing: string[] = [];
  for (const { path } of references) {
    const place = join(dirname(file), path);
    if (await isFile(place)) places[path] = place;
    else missing.push(path);
  }
  return { places, missing };
}

/** A ruleset's text and its tables as they are sent to a service, which says what is wrong with them. */
export async function readWithTables(
  path: string,
): Promise<{ document: string; tables: Record<string, string> }> {
  const file = await rulesetFile(path);
  const document = await readFile(file, "utf8");
  const { ruleset } = checkRulesetText(document);
  const tables: Record<string, string> = {};
  for (const [name, place] of Object.entries(ruleset ? (await tablesBeside(file, ruleset)).places : {})) {
    if ((await stat(place)).size > mostReferenceBytes)
      throw new CommandError({ kind: "table-too-large", path: place, maxBytes: mostReferenceBytes });
    tables[name] = decodeTable(await readFile(place));
  }
  return { document, tables };
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
