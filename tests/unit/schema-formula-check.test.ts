import { expect, it } from "vitest";
import { compileField } from "../../src/core/schema/compile-field";
import { isFormula, withFormulaCheck } from "../../src/core/schema/formula-check";

it.each([
  "=1+1",
  "=cmd|' /C calc'!A0",
  "+SUM(A1)",
  "-2+3+cmd",
  "@SUM(1,2)",
  "\t=1",
  "\r=1",
  "＝1+1",
  "＋1+1",
  "－1+A1",
  "＠x",
])("%j would be run", (cell) => {
  expect(isFormula(cell)).toBe(true);
});

it.each([
  "",
  "-5",
  "+12",
  "-1.5",
  "-1,5",
  "-1 234,50",
  "+.5",
  "-1e5",
  "-5 %",
  "-12 $",
  "1=1",
  "a@b.ca",
  "-",
  "---",
  "=",
  " x",
  "'=1",
])("%j would not", (cell) => {
  expect(isFormula(cell)).toBe(false);
});

it("comes before what else is wrong with the cell, and leaves the column's own check to other cells", () => {
  const check = withFormulaCheck(compileField({ name: "x", type: "integer" }, [""]));
  expect(["=1", "-1", "x", ""].map((cell) => check(cell)?.code)).toEqual([
    "formula-injection",
    undefined,
    "type-error",
    undefined,
  ]);
  expect(withFormulaCheck(null)("@x")).toEqual({ code: "formula-injection", params: { value: "@x" } });
});

it("gives a long cell an answer at once", () => {
  const started = performance.now();
  expect(isFormula(`-${"1 ".repeat(500_000)}x`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(500);
});
