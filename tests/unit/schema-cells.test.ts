import { expect, test } from "vitest";
import { compileField } from "@/core/schema/compile-field";
import { parseRuleset, RulesetError } from "@/core/schema/ruleset";
import type { Field } from "@/core/schema/table-schema";

function fault(field: Omit<Field, "name">, cell: string): string | null {
  return compileField({ name: "f", ...field }, [""])(cell)?.code ?? null;
}

const lexical: [field: Omit<Field, "name">, valid: string[], invalid: string[]][] = [
  [{ type: "integer" }, ["0", "-7", "+12", "007"], ["1.0", "1e3", "a", " 1"]],
  [{ type: "number" }, ["1", "-1.5", ".5", "1e3", "NaN", "INF"], ["1,5", "1.2.3", "abc"]],
  [{ type: "number", decimalChar: ",", groupChar: "." }, ["1.234,56", "0,5"], ["1234.56", "1.23,4"]],
  [{ type: "number", decimalChar: ",", groupChar: " " }, ["1 234,5", "12"], ["1 23,5"]],
  [{ type: "boolean" }, ["true", "FALSE", "1"], ["yes", "2"]],
  [{ type: "boolean", trueValues: ["oui"], falseValues: ["non"] }, ["oui", "non"], ["true"]],
  [{ type: "date" }, ["2024-02-29"], ["2023-02-29", "29/02/2024", "2024-2-30"]],
  [{ type: "date", format: "%d/%m/%Y" }, ["29/02/2024"], ["2024-02-29", "31/04/2024"]],
  [{ type: "time", format: "%H:%M" }, ["00:00", "23:59"], ["24:00", "12:60"]],
  [{ type: "datetime" }, ["2024-01-01T10:00:00", "2024-01-01T10:00:00Z"], ["2024-01-01"]],
  [{ type: "year" }, ["2024"], ["24", "20245"]],
  [{ type: "yearmonth" }, ["2024-12"], ["2024-13"]],
  [{ type: "string", format: "email" }, ["a.b@example.org"], ["a@b", "a b@example.org", "@example.org"]],
  [{ type: "string", format: "uuid" }, ["7f9c24e8-3b12-4fef-91e0-56a2d5a1b7f1"], ["7f9c24e8"]],
  [{ type: "string", format: "ca-postal-code" }, ["H2X 1Y4", "H2X1Y4"], ["h2x 1y4", "D1A 1A1", "12345"]],
  [{ type: "string", format: "qc-health-number" }, ["TREM04121925"], ["TREM04121935", "TRE04121925"]],
  [{ constraints: { enum: ["en", "fr"] } }, ["en"], ["de"]],
  [{ type: "integer", constraints: { minimum: 1, maximum: 180 } }, ["1", "180"], ["0", "181"]],
  [{ type: "date", constraints: { minimum: "2024-01-01" } }, ["2024-01-01"], ["2023-12-31"]],
  [{ constraints: { pattern: "[0-9]{5}" } }, ["08857"], ["8857", "088570"]],
  [{ constraints: { minLength: 2, maxLength: 3 } }, ["ab", "abc"], ["a", "abcd"]],
  [{ constraints: { required: true } }, ["x"], [""]],
];

test.each(lexical)("%j judges each lexical form", (field, valid, invalid) => {
  for (const cell of valid) expect(fault(field, cell), cell).toBeNull();
  for (const cell of invalid) expect(fault(field, cell), cell).not.toBeNull();
});

test("a wrong decimal sign, an outer space and a near miss come with what to type instead", () => {
  const suggestion = (field: Omit<Field, "name">, cell: string) =>
    compileField({ name: "f", ...field }, [""])(cell)?.params.suggestion;
  expect(suggestion({ type: "number", decimalChar: "," }, "32.4")).toBe("32,4");
  expect(suggestion({ type: "integer" }, " 12")).toBe("12");
  expect(suggestion({ constraints: { enum: ["CLSC", "GMF"] } }, "CLCS")).toBe("CLSC");
});

test("a plain Table Schema is a ruleset", () => {
  expect(parseRuleset({ name: "My Table", fields: [{ name: "a" }] }).id).toBe("my-table");
});

test.each([
  [{ fields: [{ name: "a", type: "strnig" }] }, "fields.0.type"],
  [{ fields: [{ name: "a", constraints: { pattern: "(a+)+\\1" } }] }, "fields.0.constraints.pattern"],
  [{ fields: [{ name: "a", constraints: { pattern: "(?=(a|a)*b)a" } }] }, "fields.0.constraints.pattern"],
  [{ fields: [{ name: "a" }], primaryKey: "b" }, "primaryKey"],
  [{ fields: [{ name: "a" }, { name: "a" }] }, "fields.1.name"],
])("an impossible schema is refused with the path of what is wrong", (document, path) => {
  try {
    parseRuleset(document);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    expect(error.problems.map((problem) => problem.path)).toContain(path);
  }
});
