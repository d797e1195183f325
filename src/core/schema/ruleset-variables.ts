import { z } from "zod";
import { makeScope } from "../rules/ruleset-scope";
import { FieldForm } from "./field";

export interface RulesetVariable {
  /** Its name in expressions. */
  name: string;
  field: string;
  /** The CEL type of its values. */
  type: string;
  isDerived: boolean;
}

const Named = z.looseObject({ name: z.string().min(1) });
const Fields = z.looseObject({ fields: z.array(z.unknown()) });
const Deriving = z.looseObject({ derive: z.record(z.string(), z.string()) });
const Whole = z.looseObject({ schema: Fields });

/** The variables that rules of a document may read, fields and derived values, as far as they can be read while it is being written. */
export function rulesetVariables(document: unknown): RulesetVariable[] {
  const schema = Whole.safeParse(document).data?.schema ?? Fields.safeParse(document).data;
  const fields = (schema?.fields ?? []).flatMap((item) => {
    const whole = FieldForm.safeParse(item);
    if (whole.success) return [whole.data];
    const named = Named.safeParse(item);
    return named.success ? [FieldForm.parse({ name: named.data.name })] : [];
  });
  const { variables } = makeScope(fields, Deriving.safeParse(document).data?.derive);
  return variables.map(({ name, field, type }) => ({
    name,
    field: field?.name ?? name,
    type,
    isDerived: field === null,
  }));
}
