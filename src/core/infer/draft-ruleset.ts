import type { ColumnProfile } from "../profile/profile";
import { fold } from "../schema/fold-label";
import { parseRuleset, type Ruleset } from "../schema/ruleset";
import { draftField } from "./draft-field";
import type { DraftNote } from "./draft-note";

export interface DraftSource {
  fileName: string;
  rows: number;
  delimiter: string;
  encoding: string;
  header: boolean;
  columns: readonly ColumnProfile[];
}

export interface RulesetDraft {
  ruleset: Ruleset;
  /** On the document as a whole. */
  about: DraftNote;
  /** On each field, in the order of the fields. */
  notes: DraftNote[][];
}

const delimiters = new Set([",", ";", "\t", "|"]);

/** Drafts the ruleset that a file keeps, from the profile of its columns; null when it has none. */
export function draftRuleset(source: DraftSource): RulesetDraft | null {
  const { fileName, rows, delimiter, encoding, header, columns } = source;
  if (columns.length === 0) return null;
  const names = fieldNames(columns);
  const fields = columns.map((column, i) => draftField(column, names[i] ?? ""));
  const key = fields.findIndex(({ isKey }) => isKey);
  const title = fileName.replace(/\.[^.]*$/, "").slice(0, 200) || "Draft";
  const dialect = {
    ...(delimiters.has(delimiter) && { delimiter }),
    ...(!header && { header }),
    ...(encoding === "windows-1252" && { encoding }),
  };
  const document = {
    id: idFrom(title),
    title,
    ...(Object.keys(dialect).length > 0 && { dialect }),
    schema: {
      missingValues: [""],
      ...(key >= 0 && { primaryKey: names[key] }),
      fields: fields.map(({ field }) => field),
    },
  };
  return {
    ruleset: parseRuleset(document),
    about: { kind: "draft", rows, fileName },
    notes: fields.map(({ notes }) => notes),
  };
}

/** Labels, made different from each other and from nothing. */
function fieldNames(columns: readonly ColumnProfile[]): string[] {
  const used = new Set(columns.map(({ name }) => name).filter((name) => name.trim() !== ""));
  const taken = new Set<string>();
  return columns.map(({ name }, i) => {
    let unique = name.trim() === "" ? `column ${i + 1}` : name;
    for (let n = 2; taken.has(unique) || (unique !== name && used.has(unique)); n++)
      unique = `${name || "column"} ${n}`;
    taken.add(unique);
    return unique;
  });
}

function idFrom(title: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 100)
    .replace(/^-+|-+$/g, "");
  return words || "draft";
}
