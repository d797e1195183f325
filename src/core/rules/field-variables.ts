import type { Field } from "../schema/field";

/** A field as an expression sees it. */
export interface FieldVariable {
  /** Its name in expressions. */
  name: string;
  field: Field;
  /** The CEL type of its values. */
  type: string;
}

const timestamp = "google.protobuf.Timestamp";
const types = new Map([
  ["integer", "int"],
  ["year", "int"],
  ["number", "double"],
  ["boolean", "bool"],
  ["date", timestamp],
  ["datetime", timestamp],
  ["time", "google.protobuf.Duration"],
]);

function celType({ type = "string", itemType = "string" }: Field): string {
  return type === "list" ? `list<${celType({ name: "", type: itemType })}>` : (types.get(type) ?? "string");
}

/** Words of the language, names of its types, and names of our own. */
export const takenNames: ReadonlySet<string> = new Set(
  (
    "as break const continue else false for function if import in let loop null package namespace return true var void while " +
    "__proto__ constructor prototype bool bytes cel double duration dyn google int list map null_type optional optional_type " +
    "string timestamp type uint referenceDate row prev rows entry impact"
  ).split(" "),
);

/**
 * The variables of a row, in the fields' order. A field's variable is its name without accents and with `_` for every other
 * sign than a letter or a digit (`Date de Service` is `Date_de_Service`); `_` is added in front of a digit, and behind a name
 * that is taken.
 */
export function fieldVariables(fields: readonly Field[]): FieldVariable[] {
  const used = new Set(takenNames);
  return fields.map((field) => {
    let name = field.name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9_]/g, "_")
      .replace(/^(?=\d|$)/, "_");
    while (used.has(name)) name += "_";
    used.add(name);
    return { name, field, type: celType(field) };
  });
}
