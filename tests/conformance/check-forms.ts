import { describe, expect, it } from "vitest";
import { type Forms, judge } from "./judge";

/** One test for each lexical form: the valid ones are taken, the invalid ones refused, twice each with one answer. */
export function checkForms(tables: readonly Forms[]): void {
  describe.each(tables)("$source: $field", ({ field, valid, invalid }) => {
    const code = judge(field);
    if (valid.length > 0)
      it.each(valid)("%j is valid", (cell) => {
        expect([code(cell), code(cell)]).toEqual([null, null]);
      });
    if (invalid.length > 0)
      it.each(invalid)("%j is not", (cell) => {
        expect(code(cell)).not.toBeNull();
        expect(code(cell)).toBe(code(cell));
      });
  });
}
