import { compileField } from "../../src/core/schema/compile-field";
import { parseRuleset } from "../../src/core/schema/ruleset";

export type Descriptor = Record<string, unknown>;

/** Lexical forms of one field descriptor, as a specification has them. */
export interface Forms {
  /** The section that says so. */
  source: string;
  field: Descriptor;
  valid: string[];
  invalid: string[];
}

/** The code of what is wrong with a cell of the field, null when nothing is. */
export function judge(field: Descriptor, schema: Descriptor = {}): (cell: string) => string | null {
  const ruleset = parseRuleset({ fields: [{ name: "x", ...field }], ...schema });
  const [first] = ruleset.schema.fields;
  if (!first) throw new Error("the schema has no field");
  const check = compileField(first, ruleset.schema.missingValues);
  return (cell) => check(cell)?.code ?? null;
}
