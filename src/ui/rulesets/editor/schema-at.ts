import { z } from "zod";

/** What completion reads of a JSON Schema. */
export interface JsonSchema {
  $ref?: string | undefined;
  $defs?: Record<string, JsonSchema> | undefined;
  type?: string | string[] | undefined;
  description?: string | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: JsonSchema | boolean | undefined;
  items?: JsonSchema | boolean | undefined;
  prefixItems?: JsonSchema[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
}

export const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    $defs: z.record(z.string(), JsonSchema).optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), JsonSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), JsonSchema]).optional(),
    items: z.union([z.boolean(), JsonSchema]).optional(),
    prefixItems: z.array(JsonSchema).optional(),
    anyOf: z.array(JsonSchema).optional(),
    oneOf: z.array(JsonSchema).optional(),
    enum: z.array(z.unknown()).optional(),
  }),
);

/** The schemas that a value at `path` may have: several where the schema leaves a choice. */
export function schemasAt(root: JsonSchema, path: readonly (string | number)[]): JsonSchema[] {
  return path.reduce<JsonSchema[]>(
    (schemas, step) =>
      schemas.flatMap((schema) => stepInto(schema, step)).flatMap((one) => choices(root, one)),
    choices(root, root),
  );
}

function stepInto(schema: JsonSchema, step: string | number): JsonSchema[] {
  const { properties, additionalProperties, items, prefixItems } = schema;
  const next =
    typeof step === "number" ? (prefixItems?.[step] ?? items) : (properties?.[step] ?? additionalProperties);
  return typeof next === "object" ? [next] : [];
}

/** A schema, or those that it refers to or leaves to choose from. */
function choices(root: JsonSchema, schema: JsonSchema): JsonSchema[] {
  const name = schema.$ref?.replace("#/$defs/", "");
  const referred = name === undefined ? undefined : root.$defs?.[name];
  if (referred) return choices(root, referred);
  const open = schema.anyOf ?? schema.oneOf;
  return open ? open.flatMap((one) => choices(root, one)) : [schema];
}

/** The values that a schema names. */
export function valuesOf(schema: JsonSchema): string[] {
  if (schema.const === true) return ["true"];
  if (schema.type === "boolean") return ["true", "false"];
  const named = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  return named.filter((value) => typeof value === "string");
}

/** What begins the value of a key: a map or a list on lines of their own, or a text behind the colon. */
export function shapeOf(root: JsonSchema, schema: JsonSchema): "map" | "list" | "scalar" {
  const types = choices(root, schema).map(({ type }) => type);
  if (types.every((type) => type === "object")) return "map";
  return types.length === 1 && types[0] === "array" ? "list" : "scalar";
}
