import { withoutPrefix } from "./compile-date";
import { compileType } from "./compile-type";
import { constraintProblems } from "./constraint-problems";
import { parseDateFormat } from "./date-format";
import type { Field, FieldType } from "./field";
import { stringFormats } from "./string-format";

export interface FieldProblem {
  path: (string | number)[];
  message: string;
}

/** Options that only some types have. */
const options = {
  decimalChar: ["number"],
  groupChar: ["number", "integer"],
  bareNumber: ["number", "integer"],
  trueValues: ["boolean"],
  falseValues: ["boolean"],
  delimiter: ["list"],
  itemType: ["list"],
  categories: ["string", "integer"],
  categoriesOrdered: ["string", "integer"],
} as const satisfies Partial<Record<keyof Field, readonly FieldType[]>>;

const otherFormats: Partial<Record<FieldType, readonly string[]>> = {
  geopoint: ["default", "array", "object"],
  geojson: ["default", "topojson"],
};

/** What in a field's description cannot be meant as it is written. A check that is silently left out would be worse. */
export function fieldProblems(field: Field): FieldProblem[] {
  const problems = [...formatProblems(field), ...optionProblems(field)];
  return problems.length > 0 ? problems : constraintProblems(field, compileType(field));
}

function formatProblems({ type = "string", format = "default" }: Field): FieldProblem[] {
  const path = ["format"];
  if (format === "default") return [];
  const known = type === "string" ? stringFormats : otherFormats[type];
  if (known) return known.includes(format) ? [] : [{ path, message: `must be one of ${known.join(", ")}` }];
  if (type !== "date" && type !== "time" && type !== "datetime")
    return [{ path, message: `is not for fields of type ${type}` }];
  if (format === "any") return [];
  const parsed = parseDateFormat(type, withoutPrefix(format));
  return "problem" in parsed ? [{ path, message: parsed.problem }] : [];
}

function optionProblems(field: Field): FieldProblem[] {
  const { type = "string", decimalChar = ".", groupChar, trueValues = [], falseValues = [] } = field;
  const problems: FieldProblem[] = [];
  for (const [name, types] of Object.entries(options))
    if (Object.hasOwn(field, name) && !types.some((known) => known === type))
      problems.push({ path: [name], message: `is not for fields of type ${type}` });
  for (const name of ["decimalChar", "groupChar"] as const)
    if (/[\d+-]/.test(field[name] ?? ""))
      problems.push({ path: [name], message: "must be no digit and no sign" });
  if (type === "number" && groupChar === decimalChar)
    problems.push({ path: ["groupChar"], message: "is the same as decimalChar" });
  const both = trueValues.findIndex((value) => falseValues.includes(value));
  if (both >= 0) problems.push({ path: ["trueValues", both], message: "is among falseValues too" });
  if (field.categoriesOrdered !== undefined && field.categories === undefined)
    problems.push({ path: ["categoriesOrdered"], message: "needs categories" });
  return problems;
}
