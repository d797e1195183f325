import { categoryValues } from "./categories";
import type { TypeReader } from "./cell-fault";
import type { Constraints, Field, FieldType } from "./field";
import type { FieldProblem } from "./field-problems";
import { jsonSchemaProblem } from "./json-schema";
import { patternProblem } from "./pattern";
import { readEntry, readLimit } from "./read-limit";

const ordered: readonly FieldType[] = [
  "integer",
  "number",
  "date",
  "time",
  "datetime",
  "year",
  "yearmonth",
  "duration",
];
const collections: readonly FieldType[] = ["string", "any", "array", "object", "list"];

/** Constraints that only some types have. */
const meant = {
  minLength: collections,
  maxLength: collections,
  minimum: ordered,
  maximum: ordered,
  exclusiveMinimum: ordered,
  exclusiveMaximum: ordered,
  pattern: ["string", "any"],
  jsonSchema: ["object", "array"],
} as const satisfies Partial<Record<keyof Constraints, readonly FieldType[]>>;

/** What in a field's constraints cannot be meant as it is written, for a field that is else sound. */
export function constraintProblems(field: Field, reader: TypeReader): FieldProblem[] {
  const { type = "string", constraints = {} } = field;
  const problems: FieldProblem[] = [];
  const add = (message: string, ...path: (string | number)[]) => problems.push({ path, message });
  for (const [name, types] of Object.entries(meant))
    if (Object.hasOwn(constraints, name) && !types.some((known) => known === type))
      add(`is not for fields of type ${type}`, "constraints", name);
  if (problems.length > 0) return problems;

  const { pattern, jsonSchema, minLength = 0, maxLength = minLength } = constraints;
  const patternFault = pattern === undefined ? null : patternProblem(pattern);
  if (patternFault !== null) add(patternFault, "constraints", "pattern");
  const schemaFault = jsonSchema === undefined ? null : jsonSchemaProblem(jsonSchema);
  if (schemaFault) add(schemaFault.message, "constraints", "jsonSchema", ...schemaFault.path);
  if (minLength > maxLength) add("is more than maxLength", "constraints", "minLength");
  addLimitProblems(field, reader, add);
  addEntryProblems(field, reader, add);
  return problems;
}

type Add = (message: string, ...path: (string | number)[]) => void;

function addLimitProblems(field: Field, reader: TypeReader, add: Add): void {
  const { type, constraints = {} } = field;
  const read = (name: "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum") => {
    const limit = constraints[name];
    const value = limit === undefined ? null : readLimit(limit, field, reader);
    if (limit !== undefined && value === null) add(`is not of type ${type}`, "constraints", name);
    return value;
  };
  const [minimum, above, maximum, below] = [
    read("minimum"),
    read("exclusiveMinimum"),
    read("maximum"),
    read("exclusiveMaximum"),
  ];
  if (minimum !== null && maximum !== null && minimum > maximum)
    add("is more than maximum", "constraints", "minimum");
  if (above !== null && below !== null && above >= below)
    add("leaves nothing below exclusiveMaximum", "constraints", "exclusiveMinimum");
}

function addEntryProblems(field: Field, reader: TypeReader, add: Add): void {
  const { type = "string", constraints = {}, categories } = field;
  const known =
    categories && new Set(categoryValues(categories).map((entry) => readEntry(entry, field, reader)));
  categories?.forEach((entry, i) => {
    const value = typeof entry === "object" ? entry.value : entry;
    if (readEntry(value, field, reader) === null) add(`is not of type ${type}`, "categories", i);
  });
  constraints.enum?.forEach((entry, i) => {
    const value = readEntry(entry, field, reader);
    if (value === null) add(`is not of type ${type}`, "constraints", "enum", i);
    else if (known && !known.has(value)) add("is none of the categories", "constraints", "enum", i);
  });
}
