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
  pattern: z.string().max(500).optional(),
});

/** The form of one field's description; `field-problems.ts` judges whether its parts fit together. */
export const FieldForm = z.strictObject({
  name: z.string().min(1),
  type: z.enum(fieldTypes).optional(),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  example: z.unknown().optional(),
  rdfType: z.string().optional(),
  aliases: z.array(z.string().min(1)).optional(),
  missingValues: z.array(z.string()).optional(),
  decimalChar: z.string().length(1).optional(),
  groupChar: z.string().length(1).optional(),
  bareNumber: z.boolean().optional(),
  trueValues: z.array(z.string()).min(1).optional(),
  falseValues: z.array(z.string()).min(1).optional(),
  constraints: Constraints.optional(),
});
export type Field = z.infer<typeof FieldForm>;
