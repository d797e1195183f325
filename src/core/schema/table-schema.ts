import { z } from "zod";
import { isSafePattern } from "./safe-pattern";

export const fieldTypes = [
  "string",
  "integer",
  "number",
  "boolean",
  "date",
  "time",
  "datetime",
  "year",
  "yearmonth",
  "any",
] as const;

export const stringFormats = [
  "default",
  "email",
  "uri",
  "uuid",
  "ca-postal-code",
  "qc-health-number",
] as const;

const bound = z.union([z.number(), z.string()]);

const Constraints = z.strictObject({
  required: z.boolean().optional(),
  minLength: z.number().int().nonnegative().optional(),
  maxLength: z.number().int().nonnegative().optional(),
  minimum: bound.optional(),
  maximum: bound.optional(),
  enum: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .optional(),
  pattern: z
    .string()
    .max(500)
    .refine(
      isSafePattern,
      "is not a regular expression that is matched in bounded time (no nested repetition, no back-reference)",
    )
    .optional(),
});
export type Constraints = z.infer<typeof Constraints>;

export const Field = z
  .strictObject({
    name: z.string().min(1),
    type: z.enum(fieldTypes).optional(),
    format: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    aliases: z.array(z.string()).optional(),
    missingValues: z.array(z.string()).optional(),
    decimalChar: z.string().length(1).optional(),
    groupChar: z.string().length(1).optional(),
    bareNumber: z.boolean().optional(),
    trueValues: z.array(z.string()).optional(),
    falseValues: z.array(z.string()).optional(),
    constraints: Constraints.optional(),
  })
  .superRefine((field, context) => {
    const { type = "string", format } = field;
    if (type !== "string" || format === undefined) return;
    if (!stringFormats.some((known) => known === format))
      context.addIssue({
        code: "custom",
        path: ["format"],
        message: `must be one of ${stringFormats.join(", ")}`,
      });
  });
export type Field = z.infer<typeof Field>;

/** The part of Table Schema (https://datapackage.org/standard/table-schema/) that is checked so far. */
export const TableSchema = z
  .strictObject({
    $schema: z.string().optional(),
    fields: z.array(Field).min(1),
    missingValues: z.array(z.string()).optional(),
    primaryKey: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  })
  .superRefine(({ fields, primaryKey }, context) => {
    const names = new Set<string>();
    fields.forEach(({ name }, i) => {
      if (names.has(name))
        context.addIssue({ code: "custom", path: ["fields", i, "name"], message: "is used twice" });
      names.add(name);
    });
    for (const name of [primaryKey ?? []].flat())
      if (!names.has(name))
        context.addIssue({ code: "custom", path: ["primaryKey"], message: `names no field: ${name}` });
  });
export type TableSchema = z.infer<typeof TableSchema>;
