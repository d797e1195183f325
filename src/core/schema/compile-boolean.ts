import type { TypeReader } from "./cell-fault";
import type { Field } from "./field";

const defaultTrue = ["true", "True", "TRUE", "1"];
const defaultFalse = ["false", "False", "FALSE", "0"];
const saysYes = new Set(["true", "t", "yes", "y", "1", "oui", "o", "vrai", "v", "on"]);
const saysNo = new Set(["false", "f", "no", "n", "0", "non", "faux", "off"]);

/** Compiles the reading of true and false in the field's own words. */
export function compileBoolean({ trueValues = defaultTrue, falseValues = defaultFalse }: Field): TypeReader {
  const yes = new Set(trueValues);
  const no = new Set(falseValues);
  const known = [...trueValues, ...falseValues];
  return {
    read: (cell) => (yes.has(cell) ? true : no.has(cell) ? false : null),
    explain(cell) {
      const plain = cell.trim().toLowerCase();
      const spelling = known.find((value) => value.toLowerCase() === plain);
      const synonym = saysYes.has(plain) ? trueValues[0] : saysNo.has(plain) ? falseValues[0] : undefined;
      const suggestion = spelling ?? synonym;
      return {
        code: "type-error",
        params: { expected: "boolean", allowed: known, ...(suggestion !== undefined && { suggestion }) },
      };
    },
  };
}
