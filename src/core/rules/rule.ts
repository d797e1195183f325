import { z } from "zod";
import { Measures } from "./measure";
import { GroupExpression, Names, RowExpression, ruleParts, Text, VariableName } from "./rule-parts";

const impact = "CEL: the money at stake, in the ruleset's currency.";
const where = RowExpression.optional().meta({ description: "CEL: the rows that the rule is about." });
const by = Names.meta({ description: "Fields or derived values that rows of one group share." });

/** A rule over the cells of one row: where `when` is true, `check` must be. */
export const RowRule = z.strictObject({
  ...ruleParts,
  kind: z.literal("row"),
  when: RowExpression.optional(),
  check: RowExpression.meta({ description: "CEL over the row's fields; gives true or false." }),
  impact: RowExpression.optional().meta({ description: impact }),
});
export type RowRule = z.infer<typeof RowRule>;

/** A rule that looks each row up in a reference table: an entry must be there, be in force on the day, and pass `check`. */
export const ReferenceRule = z.strictObject({
  ...ruleParts,
  kind: z.literal("reference"),
  when: RowExpression.optional(),
  table: VariableName.meta({ description: "The name of one of the ruleset's references." }),
  key: Names.min(1).meta({ description: "Fields or derived values, in the order of the table's key." }),
  narrow: z.record(z.string(), z.string()).optional().meta({
    description:
      "Columns of the table that narrow the choice, each with a field or derived value. An entry whose cell is empty there fits every row; the entry with the most filled cells that fit is taken.",
  }),
  validOn: z.string().optional().meta({ description: "The field whose day the entry must be in force on." }),
  check: RowExpression.optional().meta({ description: "CEL over the row's fields and `entry`." }),
  /** What is said when the table has no such key, or none in force; `message` stands in for either. */
  unknown: Text.optional(),
  inactive: Text.optional(),
  impact: RowExpression.optional().meta({ description: impact }),
});
export type ReferenceRule = z.infer<typeof ReferenceRule>;

/** A rule over rows that share the values of `by`; with an empty `by` over all rows of the file. */
export const GroupRule = z.strictObject({
  ...ruleParts,
  kind: z.literal("group"),
  by,
  where,
  measures: Measures,
  when: GroupExpression.optional(),
  check: GroupExpression.meta({ description: "CEL over the group's measures; gives true or false." }),
  mark: RowExpression.optional().meta({
    description: "CEL: the rows of the group that the finding is about; all of them when absent.",
  }),
  impact: GroupExpression.optional().meta({ description: impact }),
});
export type GroupRule = z.infer<typeof GroupRule>;

/** A rule over each row and the one before it among those that share the values of `by`, in the order of `orderBy`. */
export const SequenceRule = z.strictObject({
  ...ruleParts,
  kind: z.literal("sequence"),
  by,
  where,
  orderBy: Names.min(1),
  measures: Measures.optional().meta({ description: "Figures over all rows of the group before this one." }),
  when: GroupExpression.optional(),
  check: GroupExpression.meta({ description: "CEL over `row`, `prev` and the measures." }),
  impact: GroupExpression.optional().meta({ description: impact }),
});
export type SequenceRule = z.infer<typeof SequenceRule>;

export const Rule = z.discriminatedUnion("kind", [RowRule, ReferenceRule, GroupRule, SequenceRule]);
export type Rule = z.infer<typeof Rule>;

/** Named expressions over a row, read by rules as fields are. */
export const Derive = z
  .record(VariableName, RowExpression)
  .refine((derive) => Object.keys(derive).length <= 200, "are more than 200");
