import type { Completion } from "@codemirror/autocomplete";
import type { CursorPlace } from "./cursor-place";
import { isOverGroup, type RulesetAtCursor } from "./expression-place";
import { expressionFunctions, expressionMethods } from "./expression-words";

export interface Variable {
  name: string;
  /** The field that it is, or the derived value. */
  field: string;
  type: string;
  isDerived: boolean;
}

/** What an expression may go on with: variables and functions, or behind a dot what the value before it has. */
export function expressionOptions(
  text: string,
  place: CursorPlace,
  { rule, columns }: RulesetAtCursor,
  variables: readonly Variable[],
): Completion[] {
  const cells = variables.map(variableOption);
  if (text[place.from - 1] === ".") {
    const before = /\w+$/.exec(text.slice(0, place.from - 1))?.[0];
    if (rule?.kind === "sequence" && (before === "row" || before === "prev")) return cells;
    if (rule?.kind === "reference" && before === "entry")
      return (columns.get(rule.table) ?? []).map((column) => variableOption(columnVariable(column)));
    return expressionMethods.map((label) => ({ label, type: "method", apply: `${label}()` }));
  }
  return [
    ...(isOverGroup(place.path, rule) ? groupOptions(rule, variables) : cells),
    ...(rule?.kind === "reference" ? [{ label: "entry", type: "variable", boost: 1 }] : []),
    { label: "referenceDate", type: "variable", detail: "timestamp", boost: 1 },
    ...expressionFunctions.map((label) => ({ label, type: "function", apply: `${label}()` })),
  ];
}

function groupOptions(rule: RulesetAtCursor["rule"], variables: readonly Variable[]): Completion[] {
  const measures = Object.keys(rule?.measures ?? {});
  const own = rule?.kind === "sequence" ? ["row", "prev"] : ["rows"];
  return [
    ...[...own, ...measures].map((label) => ({ label, type: "variable", boost: 2 })),
    ...variables.filter(({ field }) => rule?.by.includes(field)).map(variableOption),
  ];
}

function variableOption({ name, field, type }: Variable): Completion {
  const short = shortType(type);
  const detail = [name === field ? "" : field, short].filter((part) => part !== "").join(": ");
  return { label: name, type: "variable", detail, boost: 2 };
}

/** A column's name as expressions have it. */
function columnVariable(column: string): Variable {
  const name = column
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_]/g, "_")
    .replace(/^(?=\d|$)/, "_");
  return { name, field: column, type: "", isDerived: false };
}

const shortType = (type: string) => type.replace("google.protobuf.", "").toLowerCase();
