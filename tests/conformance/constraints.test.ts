import { describe, expect, it } from "vitest";
import { type Descriptor, judge } from "./judge";

interface Case {
  field: Descriptor;
  code: string;
  good: string[];
  bad: string[];
}

const bounded = (
  type: string,
  limit: string | number,
  low: string,
  equal: string,
  high: string,
  more = {},
): Case[] => [
  {
    field: { type, ...more, constraints: { minimum: limit } },
    code: "minimum",
    good: [equal, high],
    bad: [low],
  },
  {
    field: { type, ...more, constraints: { maximum: limit } },
    code: "maximum",
    good: [low, equal],
    bad: [high],
  },
  {
    field: { type, ...more, constraints: { exclusiveMinimum: limit } },
    code: "minimum",
    good: [high],
    bad: [low, equal],
  },
  {
    field: { type, ...more, constraints: { exclusiveMaximum: limit } },
    code: "maximum",
    good: [low],
    bad: [equal, high],
  },
];

const price = { type: "object", properties: { value: { type: "integer" } }, required: ["value"] };

describe.each<Case>([
  { field: { constraints: { required: true } }, code: "required", good: ["a", " "], bad: [""] },
  {
    field: { type: "integer", constraints: { required: true }, missingValues: ["-"] },
    code: "required",
    good: ["1"],
    bad: ["-"],
  },
  ...bounded("integer", 100, "99", "100", "101"),
  ...bounded("integer", "100", "-100", "+100", "1000"),
  ...bounded("number", 1.5, "1.49", "1.50", "1.51"),
  ...bounded("number", "1,5", "1,49", "1,5", "1 000,0", { decimalChar: ",", groupChar: " " }),
  ...bounded("date", "2024-01-26", "2024-01-25", "2024-01-26", "2024-01-27"),
  ...bounded("date", "26/01/2024", "25/01/2024", "26/01/2024", "01/02/2024", { format: "%d/%m/%Y" }),
  ...bounded("time", "12:00:00", "11:59:59", "12:00:00", "12:00:01"),
  ...bounded(
    "datetime",
    "2024-01-26T12:00:00Z",
    "2024-01-26T12:30:00+01:00",
    "2024-01-26T07:00:00-05:00",
    "2024-01-26T12:00:00.001Z",
  ),
  ...bounded("year", 2000, "1999", "2000", "2001"),
  ...bounded("year", -44, "-0045", "-0044", "0001"),
  ...bounded("yearmonth", "2024-01", "2023-12", "2024-01", "2024-02"),
  ...bounded("duration", "P1D", "PT23H59M", "PT24H", "P1DT1S"),
  {
    field: { type: "number", constraints: { minimum: 0 } },
    code: "minimum",
    good: ["INF"],
    bad: ["-INF", "NaN"],
  },
  {
    field: { type: "string", constraints: { minLength: 5 } },
    code: "min-length",
    good: ["apple"],
    bad: ["plum", "😀😀"],
  },
  {
    field: { type: "string", constraints: { maxLength: 5 } },
    code: "max-length",
    good: ["apple", "😀😀😀😀😀"],
    bad: ["grapefruit"],
  },
  {
    field: { type: "array", constraints: { minLength: 2 } },
    code: "min-length",
    good: ["[1,2]"],
    bad: ["[100000]"],
  },
  {
    field: { type: "object", constraints: { maxLength: 1 } },
    code: "max-length",
    good: ['{"a":[1,2,3]}'],
    bad: ['{"a":1,"b":2}'],
  },
  {
    field: { type: "list", constraints: { minLength: 1, maxLength: 2 } },
    code: "max-length",
    good: ["a", "aaaaaa,b"],
    bad: ["a,b,c"],
  },
  {
    field: { type: "string", constraints: { pattern: "^a.*$" } },
    code: "pattern",
    good: ["apple", "a"],
    bad: ["orange", "banana"],
  },
  {
    field: { type: "string", constraints: { pattern: "\\d{4}" } },
    code: "pattern",
    good: ["1234"],
    bad: ["12345", "x1234"],
  },
  {
    field: { type: "string", constraints: { enum: ["apple"] } },
    code: "enum",
    good: ["apple"],
    bad: ["orange", "Apple", "apple "],
  },
  {
    field: { type: "integer", constraints: { enum: [1, "2"] } },
    code: "enum",
    good: ["1", "+2", "002"],
    bad: ["3", "12"],
  },
  {
    field: { type: "number", constraints: { enum: [1.5] } },
    code: "enum",
    good: ["1.50", "15E-1"],
    bad: ["1.51"],
  },
  {
    field: { type: "boolean", constraints: { enum: [true] } },
    code: "enum",
    good: ["TRUE", "1"],
    bad: ["0"],
  },
  {
    field: { type: "date", format: "%d/%m/%Y", constraints: { enum: ["2024-01-26"] } },
    code: "enum",
    good: ["26/1/2024"],
    bad: ["27/01/2024"],
  },
  {
    field: { type: "object", constraints: { enum: [{ a: 1, b: [2] }] } },
    code: "enum",
    good: ['{"b":[2], "a":1}'],
    bad: ['{"a":1}', '{"a":1,"b":[3]}'],
  },
  {
    field: { type: "array", constraints: { enum: [[1, 2], "[]"] } },
    code: "enum",
    good: ["[1, 2]", "[ ]"],
    bad: ["[2, 1]"],
  },
  {
    field: { type: "list", itemType: "integer", constraints: { enum: [[1, 2]] } },
    code: "enum",
    good: ["1,2", "01,+2"],
    bad: ["2,1", "1"],
  },
  {
    field: { type: "geopoint", constraints: { enum: ["90.5, 45"] } },
    code: "enum",
    good: ["90.50,45.0"],
    bad: ["90.5,46"],
  },
  {
    field: { type: "string", categories: ["apple", "orange"] },
    code: "enum",
    good: ["apple"],
    bad: ["plum"],
  },
  {
    field: {
      type: "integer",
      categories: [{ value: 0, label: "apple" }, { value: 1 }],
      categoriesOrdered: true,
    },
    code: "enum",
    good: ["0", "1"],
    bad: ["2"],
  },
  {
    field: { type: "object", constraints: { jsonSchema: price } },
    code: "json-schema",
    good: ['{"value": 100}'],
    bad: ['{"value": "bad"}', "{}"],
  },
  {
    field: { type: "array", constraints: { jsonSchema: { items: { type: "number" }, uniqueItems: true } } },
    code: "json-schema",
    good: ["[1, 2]"],
    bad: ["[1, 1]", '["1"]'],
  },
  {
    field: {
      type: "array",
      constraints: {
        jsonSchema: {
          $schema: "https://json-schema.org/draft/2020-12/schema",
          prefixItems: [{ type: "string" }],
        },
      },
    },
    code: "json-schema",
    good: ['["a", 1]'],
    bad: ["[1]"],
  },
  {
    field: { type: "object", constraints: { jsonSchema: { properties: { a: { pattern: "(a+)+$" } } } } },
    code: "json-schema",
    good: ['{"a": "baa"}'],
    bad: [`{"a": "${"a".repeat(5000)}!"}`],
  },
])("$field", ({ field, code, good, bad }) => {
  const check = judge(field);
  it(`takes ${good.join(" | ").slice(0, 60)}`, () => {
    for (const cell of good) expect([cell, check(cell)]).toEqual([cell, null]);
  });
  it(`refuses ${bad.join(" | ").slice(0, 60)}`, () => {
    for (const cell of bad) expect([cell, check(cell)]).toEqual([cell, code]);
  });
});

describe("missing values", () => {
  const integer = { type: "integer" };
  it.each<[schema: Descriptor, field: Descriptor, missing: string[], present: string[]]>([
    [{}, {}, [""], ["-", "NA"]],
    [{ missingValues: ["-"] }, {}, ["-"], [""]],
    [{ missingValues: ["NaN", "-"] }, {}, ["NaN", "-"], ["nan"]],
    [{ missingValues: [] }, {}, [], [""]],
    [{ missingValues: ["", "NA"] }, { missingValues: ["."] }, ["."], ["", "NA"]],
    [
      {
        missingValues: [
          { value: "", label: "OMITTED" },
          { value: "-99", label: "REFUSED" },
        ],
      },
      {},
      ["", "-99"],
      ["OMITTED"],
    ],
    [{}, { missingValues: [{ value: "x" }] }, ["x"], [""]],
  ])("%j with the field %j", (schema, field, missing, present) => {
    const check = judge({ ...integer, ...field }, schema);
    for (const cell of missing) expect([cell, check(cell)]).toEqual([cell, null]);
    for (const cell of present) expect([cell, check(cell)]).toEqual([cell, "type-error"]);
    const required = judge({ ...integer, ...field, constraints: { required: true } }, schema);
    for (const cell of missing) expect([cell, required(cell)]).toEqual([cell, "required"]);
  });

  it("are known before the type is, also where they would be of it", () => {
    const check = judge({ ...integer, constraints: { minimum: 0 } }, { missingValues: ["-99"] });
    expect([check("-99"), check("-98")]).toEqual([null, "minimum"]);
  });
});
