import { compileType } from "./compile-type";
import { parseDateFormat } from "./date-format";
import { type Field, stringFormats } from "./field";
import { patternProblem } from "./pattern";
import { readEntry, readLimit } from "./read-limit";

export interface FieldProblem {
  path: (string | number)[];
  message: string;
}

const ordered = new Set(["integer", "number", "date", "time", "datetime", "year", "yearmonth"]);
const numeric = ["decimalChar", "groupChar", "bareNumber"] as const;
const truth = ["trueValues", "falseValues"] as const;

/** What in a field's description cannot be meant as it is written. A check that is silently left out would be worse. */
export function fieldProblems(field: Field): FieldProblem[] {
  const problems = [...formatProblems(field), ...optionProblems(field)];
  const pattern = field.constraints?.pattern;
  const problem = pattern === undefined ? null : patternProblem(pattern);
  if (problem !== null) problems.push({ path: ["constraints", "pattern"], message: problem });
  return problems.length > 0 ? problems : limitProblems(field);
}

function formatProblems({ type = "string", format = "default" }: Field): FieldProblem[] {
  const path = ["format"];
  if (format === "default") return [];
  if (type === "string")
    return stringFormats.some((known) => known === format)
      ? []
      : [{ path, message: `must be one of ${stringFormats.join(", ")}` }];
  if (type !== "date" && type !== "time" && type !== "datetime")
    return [{ path, message: `is not for fields of type ${type}` }];
  if (format === "any") return [{ path, message: "any is not supported: write the format, as in %d/%m/%Y" }];
  const parsed = parseDateFormat(type, format);
  return "problem" in parsed ? [{ path, message: parsed.problem }] : [];
}

function optionProblems(field: Field): FieldProblem[] {
  const { type = "string", decimalChar = ".", groupChar } = field;
  const problems: FieldProblem[] = [];
  const isNumber = type === "number" || type === "integer";
  for (const name of numeric)
    if (field[name] !== undefined && !isNumber)
      problems.push({ path: [name], message: `is not for fields of type ${type}` });
  for (const name of truth)
    if (field[name] !== undefined && type !== "boolean")
      problems.push({ path: [name], message: `is not for fields of type ${type}` });
  for (const name of ["decimalChar", "groupChar"] as const)
    if (/[\d+-]/.test(field[name] ?? ""))
      problems.push({ path: [name], message: "must be no digit and no sign" });
  if (type === "number" && groupChar === decimalChar)
    problems.push({ path: ["groupChar"], message: "is the same as decimalChar" });
  return problems;
}

function limitProblems(field: Field): FieldProblem[] {
  const { type = "string", constraints = {} } = field;
  const reader = compileType(field);
  const problems: FieldProblem[] = [];
  for (const name of ["minimum", "maximum"] as const) {
    const limit = constraints[name];
    if (limit === undefined) continue;
    const path = ["constraints", name];
    if (!ordered.has(type)) problems.push({ path, message: `is not for fields of type ${type}` });
    else if (readLimit(limit, field, reader) === null)
      problems.push({ path, message: `is not of type ${type}` });
  }
  constraints.enum?.forEach((entry, i) => {
    if (readEntry(entry, field, reader) === null)
      problems.push({ path: ["constraints", "enum", i], message: `is not of type ${type}` });
  });
  const { minLength = 0, maxLength = minLength } = constraints;
  if (minLength > maxLength)
    problems.push({ path: ["constraints", "minLength"], message: "is more than maxLength" });
  return problems;
}
