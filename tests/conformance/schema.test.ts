import { describe, expect, it } from "vitest";
import { parseRuleset, RulesetError } from "../../src/core/schema/ruleset";
import { foreignKeysOf, keysOf } from "../../src/core/schema/schema-keys";
import type { Descriptor } from "./judge";

const fields = [{ name: "a", type: "integer" }, { name: "b" }, { name: "c" }];

function problemPaths(document: unknown): string[] {
  try {
    parseRuleset(document);
    return [];
  } catch (error) {
    if (error instanceof RulesetError) return error.problems.map(({ path }) => path);
    throw error;
  }
}

describe("a plain Table Schema is a ruleset as it is", () => {
  it.each<[string, Descriptor]>([
    [
      "version 2",
      { $schema: "https://datapackage.org/profiles/2.0/tableschema.json", fields, fieldsMatch: "subset" },
    ],
    ["fieldsMatch in the array that some tools write", { fields, fieldsMatch: ["equal"] }],
    ["primaryKey as a list", { fields, primaryKey: ["a", "c"] }],
    ["primaryKey as a text, version 1", { fields, primaryKey: "a" }],
    ["uniqueKeys", { fields, uniqueKeys: [["a"], ["a", "b"], ["a", "c"]] }],
    [
      "a foreign key to another table",
      { fields, foreignKeys: [{ fields: ["b"], reference: { resource: "codes", fields: ["code"] } }] },
    ],
    ["a foreign key to itself", { fields, foreignKeys: [{ fields: ["b"], reference: { fields: ["a"] } }] }],
    [
      "a foreign key of version 1",
      { fields, foreignKeys: [{ fields: "b", reference: { resource: "", fields: "a" } }] },
    ],
    [
      "missing values with labels",
      { fields, missingValues: [{ value: "", label: "OMITTED" }, { value: "-99" }] },
    ],
    [
      "what describes it",
      {
        name: "t",
        title: "T",
        description: "D",
        homepage: "https://example.org",
        version: "1.0.2",
        keywords: ["x"],
        created: "2024-01-01",
        contributors: [{ title: "A" }],
        examples: [],
        fields,
      },
    ],
    [
      "private and foreign properties",
      { _note: 1, "dc:creator": "x", fields: [{ name: "a", "x-source": 1, _id: 2 }] },
    ],
    [
      "field descriptions",
      {
        fields: [
          {
            name: "a",
            title: "A",
            description: "d",
            example: 1,
            examples: [1],
            rdfType: "http://schema.org/Country",
          },
        ],
      },
    ],
    [
      "every option of version 1",
      {
        fields: [
          { name: "n", type: "number", decimalChar: ",", groupChar: " ", bareNumber: false },
          { name: "t", type: "boolean", trueValues: ["oui"], falseValues: ["non"] },
          { name: "d", type: "date", format: "fmt:%d/%m/%Y" },
          { name: "g", type: "geopoint", format: "array" },
          { name: "j", type: "geojson", format: "topojson" },
        ],
      },
    ],
  ])("%s", (_, document) => {
    const ruleset = parseRuleset(document);
    expect(ruleset.schema.fields.length).toBeGreaterThan(0);
    expect(parseRuleset(JSON.parse(JSON.stringify(ruleset)))).toEqual(ruleset);
  });
});

describe("an unknown or impossible part gives an error that names its path", () => {
  const field = (more: Descriptor) => ({ fields: [{ name: "x", ...more }] });
  it.each<[document: Descriptor, path: string]>([
    [{ fields, primarykey: "a" }, "primarykey"],
    [{ fields, fieldsMatch: "loose" }, "fieldsMatch"],
    [{ fields, missingValues: "NA" }, "missingValues"],
    [{ fields, missingValues: ["NA", "NA"] }, "missingValues.1"],
    [{ fields, primaryKey: ["a", "z"] }, "primaryKey.1"],
    [{ fields, primaryKey: ["a", "a"] }, "primaryKey.1"],
    [{ fields, primaryKey: [] }, "primaryKey"],
    [{ fields, uniqueKeys: [] }, "uniqueKeys"],
    [{ fields, uniqueKeys: [["a"], ["b", "z"]] }, "uniqueKeys.1.1"],
    [
      { fields, foreignKeys: [{ fields: ["z"], reference: { resource: "r", fields: ["y"] } }] },
      "foreignKeys.0.fields.0",
    ],
    [
      { fields, foreignKeys: [{ fields: ["a"], reference: { fields: ["z"] } }] },
      "foreignKeys.0.reference.fields.0",
    ],
    [
      { fields, foreignKeys: [{ fields: ["a"], reference: { resource: "r", fields: ["y", "z"] } }] },
      "foreignKeys.0.reference.fields",
    ],
    [{ fields, foreignKeys: [{ fields: ["a"] }] }, "foreignKeys.0.reference"],
    [{ fields: [{ type: "string" }] }, "fields.0.name"],
    [field({ type: "text" }), "fields.0.type"],
    [field({ tpye: "string" }), "fields.0.tpye"],
    [field({ type: "number", format: "currency" }), "fields.0.format"],
    [field({ type: "date", format: "%d/%m" }), "fields.0.format"],
    [field({ type: "date", format: "%d/%m/%Y %U" }), "fields.0.format"],
    [field({ type: "date", format: "%b %m %d %Y" }), "fields.0.format"],
    [field({ type: "time", format: "%I:%M" }), "fields.0.format"],
    [field({ type: "geopoint", format: "wkt" }), "fields.0.format"],
    [field({ type: "integer", decimalChar: "," }), "fields.0.decimalChar"],
    [field({ type: "number", groupChar: "ab" }), "fields.0.groupChar"],
    [field({ type: "string", bareNumber: false }), "fields.0.bareNumber"],
    [field({ type: "string", delimiter: ";" }), "fields.0.delimiter"],
    [field({ type: "list", itemType: "object" }), "fields.0.itemType"],
    [field({ type: "boolean", trueValues: ["x"], falseValues: ["y", "x"] }), "fields.0.trueValues.0"],
    [field({ type: "date", categories: ["2024-01-01"] }), "fields.0.categories"],
    [field({ type: "integer", categories: [1, "x"] }), "fields.0.categories.1"],
    [field({ categoriesOrdered: true }), "fields.0.categoriesOrdered"],
    [field({ categories: ["a"], constraints: { enum: ["a", "b"] } }), "fields.0.constraints.enum.1"],
    [field({ type: "integer", constraints: { minLength: 2 } }), "fields.0.constraints.minLength"],
    [field({ type: "integer", constraints: { pattern: "1.*" } }), "fields.0.constraints.pattern"],
    [
      field({ type: "string", constraints: { exclusiveMinimum: 2 } }),
      "fields.0.constraints.exclusiveMinimum",
    ],
    [field({ type: "integer", constraints: { maximum: "ten" } }), "fields.0.constraints.maximum"],
    [field({ type: "integer", constraints: { minimum: 3, maximum: 2 } }), "fields.0.constraints.minimum"],
    [field({ type: "duration", constraints: { minimum: "1 day" } }), "fields.0.constraints.minimum"],
    [field({ type: "string", constraints: { jsonSchema: {} } }), "fields.0.constraints.jsonSchema"],
    [
      field({ type: "object", constraints: { jsonSchema: { type: "objct" } } }),
      "fields.0.constraints.jsonSchema.type",
    ],
    [
      field({ type: "object", constraints: { jsonSchema: { propertees: {} } } }),
      "fields.0.constraints.jsonSchema",
    ],
    [
      field({ type: "object", constraints: { jsonSchema: { properties: { a: { minimum: "x" } } } } }),
      "fields.0.constraints.jsonSchema.properties.a.minimum",
    ],
    [
      field({ type: "object", constraints: { jsonSchema: { properties: { a: { pattern: "(a)\\1" } } } } }),
      "fields.0.constraints.jsonSchema",
    ],
    [
      field({ type: "object", constraints: { jsonSchema: { $ref: "https://example.org/other" } } }),
      "fields.0.constraints.jsonSchema",
    ],
    [
      field({ type: "object", constraints: { jsonSchema: { $async: true } } }),
      "fields.0.constraints.jsonSchema.$async",
    ],
    [
      field({
        type: "object",
        constraints: { jsonSchema: { $schema: "http://json-schema.org/draft-04/schema#" } },
      }),
      "fields.0.constraints.jsonSchema",
    ],
    [field({ constraints: { pattern: "(" } }), "fields.0.constraints.pattern"],
    [field({ constraints: { unique: "yes" } }), "fields.0.constraints.unique"],
    [
      { id: "r", title: "R", schema: field({ constraints: { requierd: true } }) },
      "schema.fields.0.constraints.requierd",
    ],
    [{ id: "r", title: "R", schema: field({}), checks: { formulas: true } }, "checks.formulas"],
  ])("%j", (document, path) => {
    expect(problemPaths(document)).toContain(path);
  });
});

describe("keys", () => {
  it("lists the primary key, the unique keys and the unique fields, each set once", () => {
    const { schema } = parseRuleset({
      fields: [
        { name: "a", constraints: { unique: true } },
        { name: "b", constraints: { unique: true } },
        { name: "c", constraints: { unique: false } },
      ],
      primaryKey: "a",
      uniqueKeys: [["c", "b"], ["b", "c"], "b"],
    });
    expect(keysOf(schema)).toEqual([
      { code: "primary-key", fields: ["a"] },
      { code: "unique", fields: ["c", "b"] },
      { code: "unique", fields: ["b"] },
    ]);
  });

  it("is an empty list when rows may repeat", () => {
    expect(keysOf(parseRuleset({ fields }).schema)).toEqual([]);
  });

  it("lists references, an empty resource being the file itself", () => {
    const { schema } = parseRuleset({
      fields,
      foreignKeys: [
        { fields: "b", reference: { resource: "", fields: "a" } },
        { fields: ["b", "c"], reference: { resource: "codes", fields: ["code", "kind"] } },
      ],
    });
    expect(foreignKeysOf(schema)).toEqual([
      { fields: ["b"], resource: null, referenced: ["a"] },
      { fields: ["b", "c"], resource: "codes", referenced: ["code", "kind"] },
    ]);
  });
});
