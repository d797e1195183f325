import { z } from "zod";
import { fieldVariables } from "../rules/field-variables";
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
const Deriving = z.looseObject({ derive: z.record(z.string(), z.unknown()) });
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
  const { data: { derive } = { derive: {} } } = Deriving.safeParse(document);
  return [
    ...fieldVariables(fields).map(({ name, field, type }) => ({
      name,
      field: field.name,
      type,
      isDerived: false,
    })),
    ...Object.keys(derive).map((name) => ({ name, field: name, type: "", isDerived: true })),
  ];
}
