import { severityOf } from "../findings/codes";
import type { Params, Severity } from "../findings/finding";
import { guessLabel, isDamaged } from "./damaged-label";
import { fold } from "./fold-label";
import { labelDifferences } from "./label-differences";
import { makeNearest } from "./nearest";
import type { Ruleset } from "./ruleset";

interface HeaderFinding {
  code: string;
  severity: Severity;
  column: number | null;
  field: string | null;
  params: Params;
}

export interface HeaderMatch {
  /** For each column of the file the index of its field, or null. */
  columns: (number | null)[];
  findings: HeaderFinding[];
}

/**
 * Matches a header's labels to fields: by name, then with accents and case folded or by alias (info), then a damaged
 * label by what it can only have been (error); never by position. Nothing but the exact name is matched without a finding.
 */
export function matchHeader(labels: string[], ruleset: Ruleset): HeaderMatch {
  const { fields } = ruleset.schema;
  const names = fields.map(({ name }) => name);
  const exact = new Map(names.map((name, i) => [name, i]));
  const folded = foldedNames(ruleset);
  const findings: HeaderFinding[] = [];
  const owner = new Map<number, number>();
  labels.forEach((label, i) => {
    const field = exact.get(label);
    if (field !== undefined && !owner.has(field)) owner.set(field, i);
  });
  const add = (code: string, column: number | null, field: string | null, params: Params) =>
    findings.push({ code, severity: severityOf(code, ruleset), column, field, params });

  function take(field: number, i: number, label: string): boolean {
    const first = owner.get(field);
    if (first === undefined || first === i) {
      owner.set(field, i);
      return true;
    }
    add("duplicate-label", i + 1, names[field] ?? null, { label, firstColumn: first + 1 });
    return false;
  }

  function matchDamaged(label: string, i: number): number | null {
    const free = names.filter((_, field) => !owner.has(field));
    const expected = guessLabel(label, free);
    const field = expected === null ? undefined : exact.get(expected);
    add("damaged-label", i + 1, expected, expected === null ? { label } : { label, expected });
    if (field === undefined) return null;
    owner.set(field, i);
    return field;
  }

  const unknown: { label: string; i: number; at: number }[] = [];
  const columns = labels.map((label, i) => {
    if (label.trim() === "") {
      add("blank-label", i + 1, null, {});
      return null;
    }
    const exactly = exact.get(label);
    if (exactly !== undefined) return take(exactly, i, label) ? exactly : null;
    if (isDamaged(label)) return matchDamaged(label, i);
    const field = folded.get(fold(label));
    if (field === undefined || field === null) {
      if (label.includes("?") && guessLabel(label, names) !== null) return matchDamaged(label, i);
      unknown.push({ label, i, at: findings.length });
      add("extra-label", i + 1, null, { label });
      return null;
    }
    if (!take(field, i, label)) return null;
    const name = names[field] ?? "";
    add("incorrect-label", i + 1, name, { label, expected: name, how: labelDifferences(label, name) });
    return field;
  });

  const absent = names.filter((_, i) => !owner.has(i));
  const nearest = makeNearest(absent);
  for (const { label, at } of unknown) {
    const suggestion = nearest(label);
    const finding = findings[at];
    if (finding && suggestion !== null) finding.params = { label, suggestion };
  }
  if (mustHave(ruleset, owner.size))
    for (const name of absent) add("missing-label", null, name, { expected: name });
  const order = columns.filter((field) => field !== null);
  if (order.some((field, i) => i > 0 && field < (order[i - 1] ?? 0))) add("out-of-order", null, null, {});
  return { columns, findings };
}

/** False when `fieldsMatch` lets the file leave fields out. */
function mustHave({ schema }: Ruleset, matched: number): boolean {
  const [match] = [schema.fieldsMatch ?? []].flat();
  return match === "partial" ? matched === 0 : match !== "superset";
}

/** Folded names and aliases; null where one spelling stands for several fields. */
function foldedNames({ schema: { fields } }: Ruleset): Map<string, number | null> {
  const folded = new Map<string, number | null>();
  const put = (label: string, field: number) => {
    const key = fold(label);
    const known = folded.get(key);
    folded.set(key, known === undefined || known === field ? field : null);
  };
  fields.forEach(({ name, aliases = [] }, i) => {
    for (const label of [name, ...aliases]) put(label, i);
  });
  return folded;
}
