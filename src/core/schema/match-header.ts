import { severityOf } from "../findings/codes";
import type { Params, Severity } from "../findings/finding";
import { fold, isDamaged } from "./fold-label";
import type { Ruleset } from "./ruleset";

export interface HeaderFinding {
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

/** Matches a header's labels to fields by name, then by alias, accents and case folded; every leniency is reported. */
export function matchHeader(labels: string[], ruleset: Ruleset): HeaderMatch {
  const { fields } = ruleset.schema;
  const exact = new Map(fields.map(({ name }, i) => [name, i]));
  const folded = new Map<string, number>();
  fields.forEach(({ aliases = [] }, i) => {
    for (const alias of aliases) folded.set(fold(alias), i);
  });
  fields.forEach(({ name }, i) => {
    folded.set(fold(name), i);
  });
  const findings: HeaderFinding[] = [];
  const taken = new Map<number, number>();
  const add = (code: string, column: number | null, field: string | null, params: Params) =>
    findings.push({ code, severity: severityOf(code, ruleset), column, field, params });

  const columns = labels.map((label, i) => {
    const column = i + 1;
    if (label.trim() === "") {
      add("blank-label", column, null, {});
      return null;
    }
    if (isDamaged(label)) {
      add("damaged-label", column, null, { label });
      return null;
    }
    const match = exact.get(label) ?? folded.get(fold(label));
    if (match === undefined) {
      add("extra-label", column, null, { label });
      return null;
    }
    const field = fields[match]?.name ?? "";
    const first = taken.get(match);
    if (first !== undefined) {
      add("duplicate-label", column, field, { label, firstColumn: first });
      return null;
    }
    taken.set(match, column);
    if (label !== field) add("incorrect-label", column, field, { label, expected: field });
    return match;
  });
  fields.forEach(({ name }, i) => {
    if (!taken.has(i)) add("missing-label", null, name, { expected: name });
  });
  const order = columns.filter((match) => match !== null);
  if (order.some((match, i) => i > 0 && match < (order[i - 1] ?? 0))) add("out-of-order", null, null, {});
  return { columns, findings };
}
