import { expect, it } from "vitest";
import { compileField } from "../../src/core/schema/compile-field";
import { parseRuleset } from "../../src/core/schema/ruleset";

function fault(field: Record<string, unknown>, cell: string) {
  const [parsed] = parseRuleset({ fields: [{ name: "x", ...field }] }).schema.fields;
  return parsed ? compileField(parsed, [""])(cell) : null;
}

const comma = { type: "number", decimalChar: "," };
const point = { type: "number" };
const dayFirst = { type: "date", format: "%d/%m/%Y" };

it.each<[Record<string, unknown>, cell: string, suggestion: string]>([
  [comma, "32.4", "32,4"],
  [comma, "1,234.56", "1234,56"],
  [{ ...comma, groupChar: " " }, "1,234,567.8", "1234567,8"],
  [point, "1.234,56", "1234.56"],
  [point, "25,50", "25.50"],
  [{ type: "integer" }, "1,234,567", "1234567"],
  [dayFirst, "12/31/2026", "31/12/2026"],
  [dayFirst, "2026-12-31", "31/12/2026"],
  [dayFirst, "31.12.2026", "31/12/2026"],
  [{ type: "date", format: "%m/%d/%Y" }, "31/12/2026", "12/31/2026"],
  [{ type: "date" }, "1996/12/8", "1996-12-08"],
  [{ type: "date" }, "31/12/2026", "2026-12-31"],
])("%j: %j is well-formed elsewhere, and here %j", (field, cell, suggestion) => {
  expect(fault(field, cell)).toMatchObject({ code: "out-of-locale", params: { value: cell, suggestion } });
});

it.each<[Record<string, unknown>, cell: string, readings: string[]]>([
  [comma, "1.234", ["1234", "1,234"]],
  [point, "1,234", ["1234", "1.234"]],
  [{ type: "integer" }, "5.000", ["5000", "5.000"]],
  [{ type: "date" }, "05/01/2024", ["2024-01-05", "2024-05-01"]],
])("%j: %j could be either of %j, so nothing is suggested", (field, cell, readings) => {
  const found = fault(field, cell);
  expect(found).toMatchObject({ code: "out-of-locale", params: { readings } });
  expect(found?.params.suggestion).toBeUndefined();
});

it.each<[Record<string, unknown>, cell: string]>([
  [comma, "abc"],
  [comma, "1.2.3,4,5"],
  [point, "1,2,3"],
  [point, "12 $"],
  [{ type: "integer" }, "5.5"],
  [dayFirst, "31/13/2026"],
  [dayFirst, "30/02/2026"],
  [dayFirst, "2026-02-30"],
  [dayFirst, "5/1/2024 "],
  [{ type: "date" }, "tomorrow"],
])("%j: %j is wrong in every country", (field, cell) => {
  expect(fault(field, cell)?.code).toBe("type-error");
});
