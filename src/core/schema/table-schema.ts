import { z } from "zod";
import { FieldForm, MissingValues } from "./field";
import { fieldProblems } from "./field-problems";
import { schemaProblems } from "./schema-problems";

export type { Field } from "./field";

const Field = FieldForm.superRefine((field, context) => {
  for (const { path, message } of fieldProblems(field)) context.addIssue({ code: "custom", path, message });
});

export const names = z.union([z.string(), z.array(z.string()).min(1)]);

const ForeignKey = z.strictObject({
  fields: names,
  reference: z.strictObject({ resource: z.string().optional(), fields: names }),
});

/** Table Schema (https://datapackage.org/standard/table-schema/), version 2, with the forms that version 1 had. */
export const TableSchema = z
  .strictObject({
    $schema: z.string().optional(),
    fields: z.array(Field).min(1),
    fieldsMatch: z
      .union([
        z.enum(["exact", "equal", "subset", "superset", "partial"]),
        z.tuple([z.enum(["exact", "equal", "subset", "superset", "partial"])]),
      ])
      .optional(),
    missingValues: MissingValues.optional(),
    primaryKey: names.optional(),
    uniqueKeys: z.array(names).min(1).optional(),
    foreignKeys: z.array(ForeignKey).optional(),
  })
  .superRefine((schema, context) => {
    for (const { path, message } of schemaProblems(schema))
      context.addIssue({ code: "custom", path, message });
  });
export type TableSchema = z.infer<typeof TableSchema>;
