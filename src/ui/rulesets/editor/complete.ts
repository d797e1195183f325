import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { findingCodes } from "@/core/findings/codes";
import { type CursorPlace, cursorPlace } from "./cursor-place";
import { expressionOptions, type Variable } from "./expression-options";
import { isExpressionPath, type RulesetAtCursor, readAtCursor } from "./expression-place";
import { type JsonSchema, schemasAt, shapeOf, valuesOf } from "./schema-at";

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
  const [part, index] = place.path;
  const around = readAtCursor(text, part === "rules" && typeof index === "number" ? index : null);
  const options =
    place.kind !== "key" && isExpressionPath(place.path)
      ? expressionOptions(text, place, around, variables)
      : documentOptions(root, text, place, { ...around, variables });
  return options.length > 0 ? { from: place.from, options, validFor: /^[\w-]*$/ } : null;
}

/** A plain Table Schema is completed by what describes the part `schema` of a ruleset. */
function looksPlain(text: string, schema: JsonSchema): JsonSchema | undefined {
  return /^\s*\{?\s*"?fields"?:/m.test(text) ? schemasAt(schema, ["schema"])[0] : undefined;
}

function documentOptions(
  root: JsonSchema,
  text: string,
  place: CursorPlace,
  known: RulesetAtCursor & { variables: readonly Variable[] },
): Completion[] {
  const schemas = schemasAt(root, place.path).filter((one) => isOfKind(one, place, known.rule?.kind));
  const keys = place.kind === "value" ? [] : schemas.flatMap((one) => keyOptions(root, one, text, place));
  if (place.kind === "key" || place.isPart) return uniqueBy(keys);
  const names = namesAt(place.path, known).map((label) => ({ label, type: "variable" }));
  const values = schemas.flatMap(valuesOf).map((label) => ({ label, type: "enum" }));
  return uniqueBy([...names, ...values, ...keys]);
}

/** A rule that says its kind is offered what that kind has. */
function isOfKind({ properties }: JsonSchema, { path }: CursorPlace, kind: string | undefined): boolean {
  const named = path.length === 2 && path[0] === "rules" ? properties?.kind?.const : undefined;
  return named === undefined || !kinds.has(kind ?? "") || named === kind;
}

const kinds = new Set(["row", "reference", "group", "sequence"]);

/** Where several kinds share a key it is offered once. */
function uniqueBy(options: Completion[]): Completion[] {
  return [...new Map(options.map((option) => [option.label, option])).values()];
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

const fieldPlaces = new Set([
  ...["schema.primaryKey", "schema.uniqueKeys", "primaryKey", "uniqueKeys", "schema.foreignKeys.fields"],
  ...["rules.columns", "rules.validOn", "overview.by", "overview.day"],
]);
const valuePlaces = new Set(["rules.by", "rules.orderBy", "rules.key"]);
const tablePlaces = new Set(["rules.table", "schema.foreignKeys.reference.resource"]);

/** Names of fields, derived values or tables that the document may give at a path. */
function namesAt(
  path: CursorPlace["path"],
  { variables, columns }: RulesetAtCursor & { variables: readonly Variable[] },
): string[] {
  const steps = path.filter((step) => typeof step === "string");
  const place = steps.join(".");
  if (tablePlaces.has(place)) return [...columns.keys()];
  const isValue = valuePlaces.has(place) || (steps.length === 3 && place.startsWith("rules.narrow."));
  if (!isValue && !fieldPlaces.has(place)) return [];
  return variables.filter(({ isDerived }) => isValue || !isDerived).map(({ field }) => field);
}

/** A key with what follows it: a map or a list begins on the next line, unless the text is within brackets. */
function keyText(label: string, shape: "map" | "list" | "scalar", text: string, from: number): string {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  if (/["']$/.test(line)) return label;
  if (shape === "scalar" || /[{[]/.test(line)) return `${label}: `;
  const indent = " ".repeat(line.length + 2);
  return shape === "map" ? `${label}:\n${indent}` : `${label}:\n${indent}- `;
}
