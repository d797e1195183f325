import { readdir, readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { parseRuleset, type Ruleset, RulesetError } from "@/core/schema/ruleset";
import { CommandError } from "../command-error";

const bundled = new URL("../../rulesets/", import.meta.url);

/**
 * The ruleset in the file `schema` or `ruleset`, or the one of that id that comes with facnet; null when neither is
 * given. Throws CommandError when there is none or it is not usable.
 */
export async function localRuleset({
  schema,
  ruleset,
}: {
  schema?: string | undefined;
  ruleset?: string | undefined;
}): Promise<Ruleset | null> {
  const choice = ruleset ?? schema;
  if (choice === undefined) return null;
  const text = await readFile(choice, "utf8").catch(() => null);
  if (text !== null) return fromText(text, choice);
  if (schema !== undefined) throw new CommandError({ kind: "no-such-file", path: schema });
  return fromText(await bundledText(choice), choice);
}

async function bundledText(id: string): Promise<string> {
  const known = (await readdir(bundled, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  if (!known.includes(id)) throw new CommandError({ kind: "no-such-ruleset", id, known });
  return readFile(new URL(`${id}/ruleset.yaml`, bundled), "utf8");
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
