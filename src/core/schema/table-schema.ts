import { z } from "zod";
import { FieldForm } from "./field";
import { fieldProblems } from "./field-problems";
import { fold } from "./fold-label";

export type { Field } from "./field";

const Field = FieldForm.superRefine((field, context) => {
  for (const { path, message } of fieldProblems(field)) context.addIssue({ code: "custom", path, message });
});

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
    const aliases = new Map<string, number>();
    fields.forEach(({ name }, i) => {
      if (names.has(name))
        context.addIssue({ code: "custom", path: ["fields", i, "name"], message: "is used twice" });
      names.add(name);
      aliases.set(fold(name), i);
    });
    fields.forEach((field, i) => {
      field.aliases?.forEach((alias, at) => {
        const owner = aliases.get(fold(alias));
        if (owner !== undefined && owner !== i)
          context.addIssue({
            code: "custom",
            path: ["fields", i, "aliases", at],
            message: `also stands for the field ${fields[owner]?.name}`,
          });
        else aliases.set(fold(alias), i);
      });
    });
    for (const name of [primaryKey ?? []].flat())
      if (!names.has(name))
        context.addIssue({ code: "custom", path: ["primaryKey"], message: `names no field: ${name}` });
  });
