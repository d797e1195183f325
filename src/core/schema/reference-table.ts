import { z } from "zod";
import { VariableName } from "../rules/rule-parts";
import { TableSchema } from "./table-schema";

/** A CSV table that comes with a ruleset, for rules and foreign keys to look rows up in. */
export const ReferenceTable = z.strictObject({
  name: VariableName,
  path: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*\.csv$/, "must be the name of a .csv file beside the ruleset"),
  schema: TableSchema,
  key: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({ description: "Columns by which rows are looked up; the schema's primary key when absent." }),
  validFrom: z.string().optional().meta({ description: "The date column of the first day in force." }),
  validTo: z.string().optional().meta({ description: "The date column of the last day in force." }),
});
export type ReferenceTable = z.infer<typeof ReferenceTable>;

/** The form of a findings overview: whose finding it is, and of which day. */
export const Overview = z.strictObject({
  by: z.string().meta({ description: "The field that says whose row it is." }),
  day: z.string().optional().meta({ description: "The date field that says of which day." }),
});
export type Overview = z.infer<typeof Overview>;
