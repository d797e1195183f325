import { type ColumnProfiler, profileColumn } from "../profile/column-profile";
import { type CellCheck, compileField } from "../schema/compile-field";
import { withFormulaCheck } from "../schema/formula-check";
import type { Ruleset } from "../schema/ruleset";
import type { Field } from "../schema/table-schema";

export interface Column {
  /** From 1. */
  number: number;
  label: string;
  /** The schema's field name, else the header's label. */
  field: string | null;
  check: CellCheck | null;
  profile: ColumnProfiler;
}

/** Joins each column of the file with the field that checks it; `matched[i]` is the index of column i's field, or null. */
export function makeColumns(
  labels: readonly string[],
  matched: readonly (number | null)[],
  ruleset: Ruleset | null,
): Column[] {
  const fields = ruleset?.schema.fields ?? [];
  const missingValues = ruleset?.schema.missingValues;
  const seeksFormulas = ruleset?.checks?.formulaInjection === true;
  return labels.map((label, i) => {
    const field = fields[matched[i] ?? -1] ?? null;
    const check = field && !isPlainText(field) ? compileField(field, missingValues) : null;
    return {
      number: i + 1,
      label,
      field: field?.name ?? (label === "" ? null : label),
      check: seeksFormulas ? withFormulaCheck(check) : check,
      profile: profileColumn(label, field, labels.length),
    };
  });
}

/** True when no cell can be wrong for the field, so that its cells need no check. */
function isPlainText({ type = "string", format = "default", constraints = {}, categories }: Field): boolean {
  const isText = (type === "string" || type === "any") && format === "default";
  return isText && categories === undefined && Object.keys(constraints).every((name) => name === "unique");
}
