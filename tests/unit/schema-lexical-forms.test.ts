import { describe, expect, it } from "vitest";
import { compileField } from "../../src/core/schema/compile-field";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { stringFormats } from "../../src/core/schema/string-format";

function check(field: Record<string, unknown>, missingValues = [""]) {
  const parsed = parseRuleset({ fields: [{ name: "x", ...field }] }).schema.fields[0];
  if (!parsed) throw new Error("no field");
  return compileField(parsed, missingValues);
}

interface Forms {
  field: Record<string, unknown>;
  valid: string[];
  invalid: string[];
  code?: string;
}

const table: Forms[] = [
  { field: { type: "string" }, valid: ["a", " ", "0", "é😀"], invalid: [] },
  { field: { type: "any" }, valid: ["a", "1"], invalid: [] },
  {
    field: { type: "integer" },
    valid: ["0", "12", "-3", "+4", "007", "123456789012345678901234567890"],
    invalid: ["1.0", "1,0", "1e3", "", " 1", "1 ", "--1", "+", "-", "0x1f", "constructor", "١٢"].filter(
      Boolean,
    ),
  },
  {
    field: { type: "integer", groupChar: "," },
    valid: ["1,234", "1,234,567", "-12,000"],
    invalid: ["1,23", "1234,567", ",123"],
  },
  {
    field: { type: "number" },
    valid: [
      "0",
      "1.5",
      "-1.5",
      "+.5",
      "5.",
      "1e3",
      "1.5E-7",
      "NaN",
      "nan",
      "inf",
      "INF",
      "-INF",
      "0.1234567890123456789",
    ],
    invalid: ["1,5", "1.2.3", ".", "-", "1 000", "$5", "toString", "__proto__", "Infinity", "+INF", "NaNs"],
  },
  {
    field: { type: "number", decimalChar: "," },
    valid: ["32,4", "0,00", "-1,5", "12"],
    invalid: ["32.4", "1.234,56", "1,2,3"],
  },
  {
    field: { type: "number", decimalChar: ",", groupChar: "." },
    valid: ["1.234,56", "1.234.567", "12,5"],
    invalid: ["1.23,4", "1234.567", "1,234.5", "1.2345"],
  },
  {
    field: { type: "number", decimalChar: ",", groupChar: " " },
    valid: ["1 234,56", "1\u00a0234,56", "1\u202f234", "1\u2009234"],
    invalid: ["1 23", " 123", "12 34,5"],
  },
  {
    field: { type: "number", bareNumber: false },
    valid: ["$12.50", "12 %", "€ -3.1", "EUR 5"],
    invalid: ["$", "1x2"],
  },
  {
    field: { type: "boolean" },
    valid: ["true", "True", "TRUE", "1", "false", "0"],
    invalid: ["yes", "tRue", "oui"],
  },
  {
    field: { type: "boolean", trueValues: ["oui"], falseValues: ["non"] },
    valid: ["oui", "non"],
    invalid: ["true", "Oui"],
  },
  {
    field: { type: "date" },
    valid: ["2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"],
    invalid: [
      "2023-02-29",
      "1900-02-29",
      "2024-13-01",
      "2024-00-10",
      "2024-04-31",
      "2024-1-5",
      "20240105",
      "2024-01-05T",
      "05/01/2024",
    ],
  },
  {
    field: { type: "date", format: "%d/%m/%Y" },
    valid: ["31/01/2024", "5/1/2024", "29/02/2024"],
    invalid: ["01/31/2024", "31/04/2024", "5/1/24", "5-1-2024", "5/1/2024 "],
  },
  {
    field: { type: "date", format: "%Y%m%d" },
    valid: ["20240131"],
    invalid: ["2024131", "2024013", "20240230"],
  },
  { field: { type: "date", format: "%d.%m.%y" }, valid: ["31.01.24", "1.1.70"], invalid: ["31.01.2024"] },
  {
    field: { type: "time" },
    valid: ["00:00:00", "23:59:59"],
    invalid: ["24:00:00", "23:60:00", "23:59:60", "9:00:00", "09:00"],
  },
  {
    field: { type: "time", format: "%H:%M" },
    valid: ["09:30", "9:30", "23:59"],
    invalid: ["24:00", "9h30", "09:3", "09:30:00"],
  },
  {
    field: { type: "datetime" },
    valid: ["2024-01-31T10:20:30", "2024-01-31T10:20:30Z", "2024-01-31T10:20:30.123+05:30"],
    invalid: ["2024-01-31 10:20:30", "2024-02-30T10:20:30Z", "2024-01-31T10:20", "2024-01-31T10:20:30+25:00"],
  },
  {
    field: { type: "datetime", format: "%d/%m/%Y %H:%M" },
    valid: ["5/1/2024 9:05"],
    invalid: ["5/1/2024", "5/1/2024 9:05Z"],
  },
  { field: { type: "year" }, valid: ["2024", "0001", "-0044"], invalid: ["24", "20245", "2024.0"] },
  { field: { type: "yearmonth" }, valid: ["2024-01", "2024-12"], invalid: ["2024-13", "2024-00", "2024-1"] },
  {
    field: { format: "email" },
    valid: ["a@b.ca", "first.last+tag@sub.example.org", "O'Neil@example.com"],
    invalid: ["a@b", "a b@c.ca", "@b.ca", "a@b..ca", "a@-b.ca", "a@b.ca,c@d.ca", `${"a".repeat(65)}@b.ca`],
    code: "format-error",
  },
  {
    field: { format: "uri" },
    valid: ["https://example.org/a?b=c", "urn:isbn:1"],
    invalid: ["example.org", "http://", "https://a b"],
    code: "format-error",
  },
  {
    field: { format: "uuid" },
    valid: ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
    invalid: ["123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g"],
    code: "format-error",
  },
  {
    field: { format: "ca-postal-code" },
    valid: ["H2X 1Y4", "K1A0B1"],
    invalid: ["h2x 1y4", "D2X 1Y4", "W2X 1Y4", "H2X  1Y4", "12345"],
    code: "format-error",
  },
  {
    field: { format: "qc-health-number" },
    valid: ["TREM04121925"],
    invalid: ["TRE04121925", "trem04121925", "TREM04131925", "TREM04023119", "TREM04630119", "TREM04001925"],
    code: "format-error",
  },
];

describe.each(table)("$field", ({ field, valid, invalid, code = "type-error" }) => {
  it.each(valid)("takes %j", (cell) => {
    expect(check(field)(cell)).toBeNull();
  });
  if (invalid.length > 0)
    it.each(invalid)("refuses %j", (cell) => {
      const fault = check(field)(cell);
      expect(fault?.params.value).toBe(cell);
      expect(fault?.code === "out-of-locale" ? "type-error" : fault?.code).toBe(code);
    });
});

it("tells a wrong check digit from a wrong form", () => {
  expect(check({ format: "qc-health-number" })("TREM04121935")?.code).toBe("check-digit");
});

it.each<[Record<string, unknown>, string, string | undefined]>([
  [{ type: "number", decimalChar: "," }, "32.4", "32,4"],
  [{ type: "number" }, "32,4", "32.4"],
  [{ type: "number" }, "1,234.50", "1234.50"],
  [{ type: "number" }, "1.234,50", "1234.50"],
  [{ type: "number" }, "1 234,5 $", "1234.5"],
  [{ type: "number" }, " 5", "5"],
  [{ type: "number" }, "1,234,567", "1234567"],
  [{ type: "number" }, "0,125", "0.125"],
  [{ type: "number" }, "1,234", undefined],
  [{ type: "number", decimalChar: "," }, "1.234", undefined],
  [{ type: "number" }, "1,2,3", undefined],
  [{ type: "number" }, "abc", undefined],
  [{ type: "integer" }, "5.00", "5"],
  [{ type: "integer" }, "5.000", undefined],
  [{ type: "integer" }, "5.5", undefined],
  [{ type: "boolean", trueValues: ["Oui"], falseValues: ["Non"] }, "oui ", "Oui"],
  [{ type: "date" }, "2024/1/5", "2024-01-05"],
  [{ type: "date", format: "%d/%m/%Y" }, "2024-02-01", "01/02/2024"],
  [{ type: "date" }, "2024/2/30", undefined],
  [{ type: "date" }, "05/01/2024", undefined],
  [{ type: "date" }, "13/01/2024", "2024-01-13"],
  [{ type: "date" }, "05/05/2024", "2024-05-05"],
  [{ type: "date", format: "%d/%m/%Y" }, "12/31/2026", "31/12/2026"],
  [{ type: "date", format: "%d/%m/%Y" }, "5-1-2024", "05/01/2024"],
  [{ type: "date", format: "%m/%d/%Y" }, "31.12.2026", "12/31/2026"],
  [{ type: "time", format: "%H:%M" }, "9h30", "09:30"],
  [{ type: "time" }, "9:30", "09:30:00"],
  [{ type: "datetime" }, "2024-01-31 10:20:30", "2024-01-31T10:20:30"],
  [{ type: "yearmonth" }, "01/2024", "2024-01"],
  [{ type: "duration" }, "p1y 6m", "P1Y6M"],
  [{ type: "boolean" }, "oui", "true"],
  [{ type: "boolean", trueValues: ["O"], falseValues: ["N"] }, "No", "N"],
  [{ type: "number" }, "1'234.5", "1234.5"],
  [{ type: "list", itemType: "integer" }, "1, 2", "1,2"],
  [{ format: "iban" }, "gb82 west 1234 5698 7654 32", "GB82WEST12345698765432"],
  [{ format: "siret" }, "732 829 320 00074", "73282932000074"],
  [{ format: "uri" }, "www.example.org", "https://www.example.org"],
  [{ format: "uri" }, " http://example.org/é b", "http://example.org/%C3%A9%20b"],
  [{ format: "ca-postal-code" }, "h2x1y4", "H2X 1Y4"],
  [{ format: "qc-health-number" }, "trem 0412 1925", "TREM04121925"],
  [{ format: "email" }, " a@b.ca", "a@b.ca"],
])("%j: instead of %j it suggests %j", (field, cell, suggestion) => {
  expect(check(field)(cell)?.params.suggestion).toBe(suggestion);
});

it("takes missing values of the field before those of the schema", () => {
  expect(check({ type: "integer" }, ["", "n/a"])("n/a")).toBeNull();
  expect(check({ type: "integer", missingValues: ["-"] }, ["n/a"])("n/a")?.code).toBe("type-error");
  expect(check({ type: "integer", missingValues: ["-"] }, [""])("")?.code).toBe("type-error");
});

it("cuts a value to 200 characters", () => {
  const value = check({ type: "integer" })("x".repeat(5000))?.params.value;
  expect(String(value)).toHaveLength(201);
});

it("stumbles over no text, whatever characters it is made of", () => {
  for (const format of stringFormats)
    for (const cell of ["\ud800", "a:\udfff", "\0", "é".repeat(300), "%", "::"])
      expect(() => check({ type: "string", format })(cell)).not.toThrow();
});

it.each<[Record<string, unknown>, string]>([
  [{ type: "object" }, "[1]"],
  [{ type: "list", itemType: "integer" }, "1, "],
  [{ format: "binary" }, "AAAA "],
  [{ format: "uri" }, "http://é"],
  [{ format: "email" }, "a "],
  [{ constraints: { pattern: "x*" } }, "x"],
  [{ type: "date" }, "1"],
])("%j: a cell of millions of characters is judged at once, and no finding holds it", (field, part) => {
  const cell = ` ${part.repeat(1_000_000)}`;
  const started = process.cpuUsage();
  const fault = check(field)(cell);
  expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  expect(fault).not.toBeNull();
  expect(JSON.stringify(fault).length).toBeLessThan(1000);
});
