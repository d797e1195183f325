import { existsSync } from "node:fs";
import { access, readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse, YAMLParseError } from "yaml";
import { parseRuleset, type Ruleset, RulesetError } from "@/core/schema/ruleset";
import { CommandError } from "../command-error";
import { rulesetFile, tablesBeside } from "./table-files";

const bundled = new URL("../../rulesets/", import.meta.url);

export interface LocalRuleset {
  /** Null: structure alone is checked. */
  ruleset: Ruleset | null;
  /** Where its reference tables lie, by path. */
  references: Record<string, string>;
}

/**
 * The ruleset in the file `schema` or `ruleset` or in that folder, or the one of that id that comes with facnet; null when
 * neither is given. Throws CommandError when there is none, it is not usable, or its tables are not beside it.
 */
export async function localRuleset({
  schema,
  ruleset,
}: {
  schema?: string | undefined;
  ruleset?: string | undefined;
}): Promise<LocalRuleset> {
  const choice = ruleset ?? schema;
  if (choice === undefined) return { ruleset: null, references: {} };
  if (await isThere(choice)) return fromFile(await rulesetFile(choice), choice);
  if (schema !== undefined) throw new CommandError({ kind: "no-such-file", path: schema });
  return fromFile(await bundledFile(choice), choice);
}

async function fromFile(file: string, choice: string): Promise<LocalRuleset> {
  const ruleset = fromText(await readFile(file, "utf8"), choice);
  const { places, missing } = await tablesBeside(file, ruleset);
  if (missing.length > 0) throw new CommandError({ kind: "tables-missing", path: choice, tables: missing });
  return { ruleset, references: places };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const fileOf = (id: string) => fileURLToPath(new URL(`${id}/ruleset.yaml`, bundled));

async function bundledFile(id: string): Promise<string> {
  const known = (await readdir(bundled)).filter((name) => existsSync(fileOf(name))).sort();
  if (!known.includes(id)) throw new CommandError({ kind: "no-such-ruleset", id, known });
  return fileOf(id);
}

function fromText(text: string, path: string): Ruleset {
  try {
    return parseRuleset(parse(text));
  } catch (cause) {
    throw new CommandError({ kind: "bad-ruleset", path, problems: problemsOf(cause) }, { cause });
  }
}

function problemsOf(cause: unknown): { path: string; message: string }[] {
  if (cause instanceof RulesetError) return cause.problems;
  if (!(cause instanceof YAMLParseError)) throw cause;
  const line = cause.linePos?.[0].line;
  const [message = cause.code] = cause.message.split("\n");
  return [
    {
      path: "",
      message: message.includes(" at line ") || line === undefined ? message : `${message} at line ${line}`,
    },
  ];
}
