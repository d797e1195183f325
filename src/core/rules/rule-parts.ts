import { z } from "zod";
import { isCode } from "../findings/codes";

export const Text = z
  .strictObject({ en: z.string().min(1).max(500).optional(), fr: z.string().min(1).max(500).optional() })
  .refine(({ en, fr }) => en !== undefined || fr !== undefined, "needs a text in en, in fr or in both");

export const longestExpression = 1000;
const source = z.string().min(1).max(longestExpression);

/** CEL over one row's fields and derived values. */
export const RowExpression = source.meta({ description: "CEL over the row's fields." });
/** CEL over a group: its `by` values and its measures. */
export const GroupExpression = source.meta({ description: "CEL over the group's measures and `by` values." });

/** Names of fields or of derived values. */
export const Names = z.array(z.string().min(1)).max(10);

/** A name that expressions can read. */
export const VariableName = z
  .string()
  .max(60)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be letters, digits and _, with no digit in front");

/** What rules of every kind have. */
export const ruleParts = {
  id: z
    .string()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
    .refine((id) => !isCode(id), "is the code of a built-in finding"),
  severity: z.enum(["error", "warning", "info"]).optional(),
  title: Text.optional(),
  message: Text,
  solution: Text.optional(),
  columns: z
    .array(z.string())
    .min(1)
    .max(50)
    .optional()
    .meta({ description: "Fields to mark; the first is the finding's column." }),
  source: z.string().max(500).optional(),
  effective: z
    .strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() })
    .optional()
    .meta({ description: "First and last reference date on which the rule applies." }),
  verified: z
    .boolean()
    .optional()
    .meta({ description: "True when the rule was compared with its official source." }),
};
