import { z } from "zod";

const fieldTypes = [
  "string",
  "integer",
  "number",
  "boolean",
  "date",
  "time",
  "datetime",
  "year",
  "yearmonth",
  "duration",
  "object",
  "array",
  "list",
  "geopoint",
  "geojson",
  "any",
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const itemTypes = ["string", "integer", "boolean", "number", "datetime", "date", "time"] as const;

const bound = z.union([z.number(), z.string()]);

/** Texts that stand for no value, each perhaps with a label that says why there is none. */
export const MissingValues = z.union([
  z.array(z.string()),
  z.array(z.strictObject({ value: z.string(), label: z.string().optional() })),
]);
export type MissingValues = z.infer<typeof MissingValues>;

const Category = z.union([z.string(), z.number().int()]);
const Categories = z.union([
  z.array(Category).min(1),
  z.array(z.strictObject({ value: Category, label: z.string().optional() })).min(1),
]);
export type Categories = z.infer<typeof Categories>;

const Constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minLength: z.number().int().nonnegative().optional(),
  maxLength: z.number().int().nonnegative().optional(),
  minimum: bound.optional(),
  maximum: bound.optional(),
  exclusiveMinimum: bound.optional(),
  exclusiveMaximum: bound.optional(),
  enum: z
    .array(
      z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown()), z.record(z.string(), z.unknown())]),
    )
    .min(1)
    .optional(),
  pattern: z.string().max(500).optional(),
  jsonSchema: z.record(z.string(), z.unknown()).optional(),
});
export type Constraints = z.infer<typeof Constraints>;

/** The form of one field's description; `field-problems.ts` judges whether its parts fit together. */
export const FieldForm = z.strictObject({
  name: z.string().min(1),
  type: z.enum(fieldTypes).optional(),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  example: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  rdfType: z.string().optional(),
  aliases: z.array(z.string().min(1)).optional(),
  missingValues: MissingValues.optional(),
  decimalChar: z.string().length(1).optional(),
  groupChar: z.string().length(1).optional(),
  bareNumber: z.boolean().optional(),
  trueValues: z.array(z.string()).min(1).optional(),
  falseValues: z.array(z.string()).min(1).optional(),
  delimiter: z.string().min(1).max(10).optional(),
  itemType: z.enum(itemTypes).optional(),
  categories: Categories.optional(),
  categoriesOrdered: z.boolean().optional(),
  constraints: Constraints.optional(),
});
export type Field = z.infer<typeof FieldForm>;
