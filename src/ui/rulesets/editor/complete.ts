import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { findingCodes } from "@/core/findings/codes";
import { type CursorPlace, cursorPlace } from "./cursor-place";
import { expressionFunctions, expressionMethods } from "./expression-words";
import { type JsonSchema, schemasAt, shapeOf, valuesOf } from "./schema-at";

export interface Variable {
  name: string;
  field: string;
  type: string;
}

/** What completion knows besides the text. */
export interface Knowledge {
  schema: JsonSchema | null;
  variables: readonly Variable[];
}

/** Completes keys and values of a ruleset from its JSON Schema, and fields and functions in the expressions of its rules. */
export function completeRuleset(
  context: CompletionContext,
  { schema, variables }: Knowledge,
): CompletionResult | null {
  const text = context.state.doc.toString();
  const place = cursorPlace(text, context.pos);
  if (!place || !schema) return null;
  // At an empty place a list opens only when it is asked for.
  if (place.from === context.pos && !context.explicit && text[place.from - 1] !== ".") return null;
  const root =
    text.includes("\nschema:") || text.startsWith("schema:") ? schema : (looksPlain(text, schema) ?? schema);
  const options = isExpression(place)
    ? expressionOptions(text, place, variables)
    : documentOptions(root, text, place, variables);
  return options.length > 0 ? { from: place.from, options, validFor: /^[\w-]*$/ } : null;
}

/** A plain Table Schema is completed by what describes the part `schema` of a ruleset. */
function looksPlain(text: string, schema: JsonSchema): JsonSchema | undefined {
  return /^\s*\{?\s*"?fields"?:/m.test(text) ? schemasAt(schema, ["schema"])[0] : undefined;
}

function isExpression({ kind, path }: CursorPlace): boolean {
  return kind !== "key" && path.length === 3 && path[0] === "rules" && /^(check|when)$/.test(String(path[2]));
}

function expressionOptions(
  text: string,
  { from }: CursorPlace,
  variables: readonly Variable[],
): Completion[] {
  if (text[from - 1] === ".")
    return expressionMethods.map((label) => ({ label, type: "method", apply: `${label}()` }));
  return [
    ...variables.map(({ name, field, type }) => ({
      label: name,
      type: "variable",
      detail: name === field ? shortType(type) : `${field}: ${shortType(type)}`,
      boost: 2,
    })),
    { label: "referenceDate", type: "variable", detail: "timestamp", boost: 1 },
    ...expressionFunctions.map((label) => ({ label, type: "function", apply: `${label}()` })),
  ];
}

const shortType = (type: string) => type.replace("google.protobuf.", "").toLowerCase();

function documentOptions(
  root: JsonSchema,
  text: string,
  place: CursorPlace,
  variables: readonly Variable[],
): Completion[] {
  const schemas = schemasAt(root, place.path);
  const keys = place.kind === "value" ? [] : schemas.flatMap((one) => keyOptions(root, one, text, place));
  if (place.kind === "key" || place.isPart) return keys;
  const fields = namesFields(place.path)
    ? variables.map(({ field }) => ({ label: field, type: "variable" }))
    : [];
  const values = schemas.flatMap(valuesOf).map((label) => ({ label, type: "enum" }));
  return [...fields, ...values, ...keys];
}

function keyOptions(root: JsonSchema, schema: JsonSchema, text: string, place: CursorPlace): Completion[] {
  const needed = new Set(schema.required);
  const known = Object.entries(schema.properties ?? {}).map(([label, one]) => ({
    label,
    type: "property",
    info: one.description,
    boost: needed.has(label) ? 1 : 0,
    apply: keyText(label, shapeOf(root, one), text, place.from),
  }));
  const codes =
    place.path.length === 1 && place.path[0] === "severity"
      ? Object.keys(findingCodes).map((label) => ({ label, type: "property", apply: `${label}: ` }))
      : [];
  return [...known, ...codes].filter(({ label }) => !place.others.includes(label));
}

function namesFields(path: CursorPlace["path"]): boolean {
  const names = path.filter((step) => typeof step === "string");
  return ["schema.primaryKey", "schema.uniqueKeys", "primaryKey", "uniqueKeys", "rules.columns"].includes(
    names.join("."),
  );
}

/** A key with what follows it: a map or a list begins on the next line, unless the text is within brackets. */
function keyText(label: string, shape: "map" | "list" | "scalar", text: string, from: number): string {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  if (/["']$/.test(line)) return label;
  if (shape === "scalar" || /[{[]/.test(line)) return `${label}: `;
  const indent = " ".repeat(line.length + 2);
  return shape === "map" ? `${label}:\n${indent}` : `${label}:\n${indent}- `;
}
