import { expect, it } from "vitest";
import { compileField } from "../../src/core/schema/compile-field";
import { parseRuleset } from "../../src/core/schema/ruleset";

function check(field: Record<string, unknown>) {
  const parsed = parseRuleset({ fields: [{ name: "x", ...field }] }).schema.fields[0];
  if (!parsed) throw new Error("no field");
  return compileField(parsed, [""]);
}

interface Case {
  field: Record<string, unknown>;
  good: string[];
  bad: string[];
  code: string;
}

it.each<Case>([
  { field: { constraints: { required: true } }, good: ["a", " "], bad: [""], code: "required" },
  {
    field: { constraints: { required: true }, missingValues: ["", "NA"] },
    good: ["N"],
    bad: ["NA"],
    code: "required",
  },
  { field: { constraints: { minLength: 2 } }, good: ["ab", "é😀", ""], bad: ["a", "😀"], code: "min-length" },
  {
    field: { constraints: { maxLength: 2 } },
    good: ["ab", "😀😀"],
    bad: ["abc", "😀😀😀"],
    code: "max-length",
  },
  {
    field: { type: "integer", constraints: { minimum: 5 } },
    good: ["5", "6", ""],
    bad: ["4", "-5"],
    code: "minimum",
  },
  {
    field: { type: "number", decimalChar: ",", constraints: { maximum: "1.5" } },
    good: ["1,5", "-2"],
    bad: ["1,51"],
    code: "maximum",
  },
  {
    field: { type: "number", decimalChar: ",", constraints: { maximum: "1,5" } },
    good: ["1,5"],
    bad: ["1,51"],
    code: "maximum",
  },
  {
    field: { type: "date", format: "%d/%m/%Y", constraints: { minimum: "2020-03-01" } },
    good: ["01/03/2020"],
    bad: ["29/02/2020"],
    code: "minimum",
  },
  {
    field: { type: "date", format: "%d/%m/%Y", constraints: { maximum: "01/03/2020" } },
    good: ["01/03/2020"],
    bad: ["02/03/2020"],
    code: "maximum",
  },
  {
    field: { type: "time", format: "%H:%M", constraints: { maximum: "17:00" } },
    good: ["17:00"],
    bad: ["17:01"],
    code: "maximum",
  },
  {
    field: { type: "datetime", constraints: { minimum: "2024-01-01T00:00:00Z" } },
    good: ["2023-12-31T23:00:00-02:00"],
    bad: ["2024-01-01T00:30:00+01:00"],
    code: "minimum",
  },
  {
    field: { type: "yearmonth", constraints: { minimum: "2020-06" } },
    good: ["2020-06"],
    bad: ["2020-05"],
    code: "minimum",
  },
  {
    field: { constraints: { enum: ["fr", 1, true] } },
    good: ["fr", "1", "true"],
    bad: ["FR", "01"],
    code: "enum",
  },
  {
    field: { type: "number", constraints: { enum: [1, "2.5"] } },
    good: ["1.0", "2.50"],
    bad: ["2"],
    code: "enum",
  },
  {
    field: { type: "boolean", constraints: { enum: [true] } },
    good: ["1", "true"],
    bad: ["0"],
    code: "enum",
  },
  {
    field: { constraints: { pattern: "\\d{4,5}" } },
    good: ["8857", "08857"],
    bad: ["a8857", "088571"],
    code: "pattern",
  },
  { field: { constraints: { pattern: "a|bc" } }, good: ["a", "bc"], bad: ["ac", "abc"], code: "pattern" },
])("$field gives $code", ({ field, good, bad, code }) => {
  const judge = check(field);
  for (const cell of [...good, ...good]) expect([cell, judge(cell)]).toEqual([cell, null]);
  for (const cell of [...bad, ...bad]) expect([cell, judge(cell)?.code]).toEqual([cell, code]);
});

it("says what was expected and what is near", () => {
  const judge = check({ constraints: { enum: ["CLSC", "CHSLD"] } });
  expect(judge("clcs")?.params).toEqual({
    allowed: ["CLSC", "CHSLD"],
    isWhole: true,
    value: "clcs",
    suggestion: "CLSC",
  });
  expect(judge("hospital")?.params.suggestion).toBeUndefined();
  expect(check({ type: "year", constraints: { minimum: 1900 } })("1899")?.params).toEqual({
    limit: "1900",
    value: "1899",
  });
  expect(check({ constraints: { pattern: "[A-Z]\\d" } })(" A1 ")?.params.suggestion).toBe("A1");
});

it("stops suggesting before a file in which every row is wrong gets slow", () => {
  const judge = check({ constraints: { enum: Array.from({ length: 1000 }, (_, i) => `value ${i}`) } });
  const suggestions = Array.from({ length: 3000 }, (_, i) => judge(`valux ${i}`)?.params.suggestion);
  expect(suggestions[0]).toBe("value 0");
  expect(suggestions.at(-1)).toBeUndefined();
});

it("judges a cell the same however often and in whatever company it comes", () => {
  const judge = check({ format: "email" });
  const cells = Array.from({ length: 6000 }, (_, i) =>
    i % 3 === 0 ? "not an address" : `p${i % 900}@example.org`,
  );
  for (const cell of cells) expect(judge(cell) === null).toBe(cell.includes("@"));
});
