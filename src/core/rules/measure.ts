import { z } from "zod";
import { RowExpression, VariableName } from "./rule-parts";

const where = RowExpression.optional().meta({ description: "CEL: the rows that it looks at." });

/** One figure over the rows of a group. */
export const Measure = z.union([
  z.strictObject({ count: z.literal(true), where }),
  z.strictObject({ distinct: RowExpression, where }),
  z.strictObject({ sum: RowExpression, where }),
  z.strictObject({ min: RowExpression, where }),
  z.strictObject({ max: RowExpression, where }),
]);
export type Measure = z.infer<typeof Measure>;

export const Measures = z
  .record(VariableName, Measure)
  .refine((measures) => Object.keys(measures).length <= 20, "are more than 20");
export type Measures = z.infer<typeof Measures>;
