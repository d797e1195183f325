import type { Line } from "../staging/line-bytes";
import type { StagedColumn } from "../staging/read-staged";
import type { ActiveRule } from "./active-rules";
import type { Expression, Values } from "./compile-expression";
import type { CompiledGroupRule } from "./compile-group-rule";
import type { CompiledMeasure } from "./compile-measures";
import type { CompiledSequenceRule } from "./compile-sequence-rule";
import type { RowReading } from "./row-reading";
import type { RowVariable } from "./ruleset-scope";
import { formOfVariable, millionths, type StagedForm, stagedForm } from "./staged-value";

export type SetRule = ActiveRule<CompiledGroupRule> | ActiveRule<CompiledSequenceRule>;

/** One staged column of a rule: where its value comes from in a row. */
interface Source {
  form: StagedForm;
  /** The number of the variable that it is; less than 0 when it is worked out. */
  slot: number;
  /** Undefined for a value that is missing, null for one of a faulty cell. */
  value(values: Values): unknown;
  /** A row without it is left out. */
  isNeeded: boolean;
}

/** The staged columns of one rule, and their values in a row. */
export interface StagedRule {
  columns: StagedColumn[];
  within: string;
  mark: string | null;
  /** The measures' columns; null for a count of all rows. */
  measures: (StagedColumn | null)[];
  orderBy: StagedColumn[];
  members: StagedColumn[];
  /** Looks at the row: `in` when it is to be written, `faulty` when a cell is not of its type. */
  take(reading: RowReading): "in" | "out" | "faulty";
  /** Writes the cells of the row that was taken last, each behind a tab, but not that of `within`. */
  write(line: Line): void;
  /** Writes as many cells for a row that is out. */
  writeOut(line: Line): void;
}

/** The columns are named `r<number>_…`, so that several rules share a file. */
export function stageRule(rule: SetRule, number: number, slotOf: RowReading["slotOf"]): StagedRule {
  const within = `r${number}_in`;
  const columns: StagedColumn[] = [];
  const sources: Source[] = [];
  const add = (
    name: string,
    form: StagedForm,
    value: Source["value"],
    more: { only?: string | null | undefined; isNeeded?: boolean } = {},
  ) => {
    const column: StagedColumn = { name: `r${number}_${name}`, type: form.column };
    columns.push(column);
    const { only = null, isNeeded = false } = more;
    sources.push({ form, value, isNeeded, slot: only === null ? -1 : slotOf(only) });
    return column;
  };
  const ofVariable = (name: string, variable: RowVariable, isNeeded = false) =>
    add(name, formOfVariable(variable), (values) => values[variable.name], {
      only: variable.name,
      isNeeded,
    });

  const marks = rule.kind === "group" ? rule.mark : null;
  const mark = marks ? add("mark", stagedForm("bool"), (values) => truthOf(marks, values)) : null;
  const measures = rule.measures.map((measure, i) => {
    const { kind, value, where } = measure;
    if (kind === "count" && !where) return null;
    if (value && !where) return add(`m${i}`, formOf(measure), value.known, { only: value.only });
    return add(`m${i}`, formOf(measure), (values) => {
      const isMeant = where ? truthOf(where, values) : true;
      if (isMeant === null) return null;
      if (!isMeant) return undefined;
      return value ? value.known(values) : kind === "count";
    });
  });
  const { orderBy, members } =
    rule.kind === "sequence"
      ? {
          orderBy: rule.orderBy.map((variable, i) => ofVariable(`o${i}`, variable, true)),
          members: rule.members.map((variable, i) => ofVariable(`c${i}`, variable)),
        }
      : { orderBy: [], members: [] };
  const taken: unknown[] = [];

  return {
    columns,
    within,
    mark: mark?.name ?? null,
    measures,
    orderBy,
    members,
    take({ values, slots }) {
      if (rule.where) {
        const isMeant = truthOf(rule.where, values);
        if (isMeant === null) return "faulty";
        if (!isMeant) return "out";
      }
      for (let i = 0; i < sources.length; i++) {
        const source = sources[i];
        if (!source) continue;
        const value = source.slot < 0 ? source.value(values) : slots[source.slot];
        if (value === null || (value !== undefined && !source.form.fits(value))) return "faulty";
        if (value === undefined && source.isNeeded) return "out";
        taken[i] = value;
      }
      return "in";
    },
    write(line) {
      for (let i = 0; i < sources.length; i++) {
        line.tab();
        const value = taken[i];
        if (value === undefined) line.sign("N");
        else sources[i]?.form.write(line, value);
      }
    },
    writeOut(line) {
      for (let i = 0; i < sources.length; i++) {
        line.tab();
        line.sign("N");
      }
    },
  };
}

function formOf({ kind, type, value }: CompiledMeasure): StagedForm {
  if (kind === "count") return stagedForm("bool");
  if (kind === "sum" && type === "double") return millionths;
  return stagedForm(value?.type ?? type);
}

/** Null when a cell it reads is faulty; what it cannot say for want of a value is false. */
function truthOf(expression: Expression, values: Values): boolean | null {
  const value = expression.known(values);
  return value === null ? null : value === true;
}
