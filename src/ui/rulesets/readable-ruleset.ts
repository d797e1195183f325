import { z } from "zod";
import { ReadableRule } from "./readable-rule";

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);

const missing = z.looseObject({ value: z.string() }).transform(({ value }) => value);

const Field = z.looseObject({
  name: z.string(),
  type: z.string().default("string"),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  constraints: z.record(z.string(), z.unknown()).default({}),
});
export type Field = z.infer<typeof Field>;

const Schema = z.looseObject({
  fields: z.array(Field),
  missingValues: z.array(z.union([z.string(), missing])).default([""]),
  primaryKey: names.default([]),
  foreignKeys: z
    .array(
      z.looseObject({
        fields: names,
        reference: z.looseObject({ resource: z.string().default(""), fields: names }),
      }),
    )
    .default([]),
});

const Reference = z.looseObject({
  name: z.string(),
  path: z.string(),
  schema: Schema,
  key: z.array(z.string()).optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});

/** What a page shows of a stored ruleset. Storing has validated it, so only what is shown is named here. */
export const ReadableRuleset = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  dialect: z
    .looseObject({
      delimiter: z.string().optional(),
      quoteChar: z.string().nullish(),
      header: z.boolean().optional(),
      encoding: z.string().optional(),
    })
    .default({}),
  schema: Schema,
  severity: z.record(z.string(), z.string()).default({}),
  references: z.array(Reference).default([]),
  derive: z.record(z.string(), z.string()).default({}),
  rules: z.array(ReadableRule).default([]),
  currency: z.string().optional(),
  overview: z.looseObject({ by: z.string(), day: z.string().optional() }).optional(),
});
export type ReadableRuleset = z.infer<typeof ReadableRuleset>;
