import { z } from "zod";
import { isCode } from "../findings/codes";

const Text = z
  .strictObject({ en: z.string().min(1).max(500).optional(), fr: z.string().min(1).max(500).optional() })
  .refine(({ en, fr }) => en !== undefined || fr !== undefined, "needs a text in en, in fr or in both");

export const longestExpression = 1000;
const Expression = z
  .string()
  .min(1)
  .max(longestExpression)
  .meta({ description: "CEL over the row's fields; gives true or false." });

/** A rule over the cells of one row: where `when` is true, `check` must be. */
export const RowRule = z.strictObject({
  id: z
    .string()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
    .refine((id) => !isCode(id), "is the code of a built-in finding"),
  kind: z.literal("row"),
  when: Expression.optional(),
  check: Expression,
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
});
export type RowRule = z.infer<typeof RowRule>;
