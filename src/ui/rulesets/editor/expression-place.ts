import { parseDocument } from "yaml";
import { z } from "zod";

type Path = readonly (string | number)[];

const overRows = new Set(["where", "mark", "distinct", "sum", "min", "max"]);
const overEither = new Set(["check", "when", "impact"]);

/** Whether the value at a path of a ruleset is an expression. */
export function isExpressionPath(path: Path): boolean {
  const [part] = path;
  const last = String(path.at(-1));
  if (part === "derive") return path.length === 2;
  if (part !== "rules") return false;
  if (path.length === 3) return overEither.has(last) || last === "where" || last === "mark";
  return path.length === 5 && path[2] === "measures" && overRows.has(last);
}

const Strings = z.array(z.string()).catch([]);
const Rule = z.looseObject({
  kind: z.string().catch(""),
  by: Strings,
  table: z.string().catch(""),
  measures: z.record(z.string(), z.unknown()).catch({}),
});
export type RuleAtCursor = z.infer<typeof Rule>;

const Reference = z.looseObject({
  name: z.string(),
  schema: z.looseObject({ fields: z.array(z.looseObject({ name: z.string() })) }),
});
const Document = z.looseObject({
  rules: z.array(z.unknown()).catch([]),
  references: z.array(z.unknown()).catch([]),
});

export interface RulesetAtCursor {
  /** The rule that the cursor is in, as far as it can be read. */
  rule: RuleAtCursor | null;
  /** Columns of each reference table, by its name. */
  columns: Map<string, string[]>;
}

/** What completion needs of the document besides its schema; `at` is the index of a rule. */
export function readAtCursor(text: string, at: number | null): RulesetAtCursor {
  const document = Document.safeParse(toPlain(text)).data;
  const references = (document?.references ?? []).flatMap((item) => {
    const found = Reference.safeParse(item).data;
    return found ? [found] : [];
  });
  return {
    rule: (at === null ? null : Rule.safeParse(document?.rules[at]).data) ?? null,
    columns: new Map(references.map(({ name, schema }) => [name, schema.fields.map((field) => field.name)])),
  };
}

function toPlain(text: string): unknown {
  try {
    return parseDocument(text, { logLevel: "silent" }).toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/** Whether an expression of the rule reads its group's figures and not a row's cells. */
export function isOverGroup(path: Path, rule: RuleAtCursor | null): boolean {
  const isGroup = rule?.kind === "group" || rule?.kind === "sequence";
  return isGroup && path.length === 3 && overEither.has(String(path[2]));
}
