import { expect, it } from "vitest";
import { compileJsonSchema, jsonSchemaProblem } from "../../src/core/schema/json-schema";

const both = (ref: string) => ({ oneOf: [{ properties: { a: { $ref: ref } } }, { items: { $ref: ref } }] });

it.each<[string, Record<string, unknown>]>([
  ["a schema that refers to itself", both("#")],
  [
    "definitions that refer to each other",
    { definitions: { x: { $ref: "#/definitions/y" }, y: { $ref: "#/definitions/x" } } },
  ],
  ["another document", { $ref: "https://example.org/x" }],
  ["an anchor", { $ref: "#there" }],
  ["a reference to nowhere", { $ref: "#/definitions/none" }],
  ["a reference that cannot be read", { $ref: "#/%" }],
  ["a dynamic reference", { $schema: "https://json-schema.org/draft/2020-12/schema", $dynamicRef: "#x" }],
  ["an asynchronous schema", { $async: true }],
])("refuses %s", (_, schema) => {
  expect(jsonSchemaProblem(schema)).not.toBeNull();
});

it("refuses definitions that double at each step", () => {
  const definitions: Record<string, unknown> = { d0: { type: "object" } };
  for (let i = 1; i <= 30; i++)
    definitions[`d${i}`] = {
      allOf: [{ $ref: `#/definitions/d${i - 1}` }, { $ref: `#/definitions/d${i - 1}` }],
    };
  expect(jsonSchemaProblem({ definitions, $ref: "#/definitions/d30" })?.message).toMatch(/parts/);
});

it("follows references inside the schema", () => {
  const judge = compileJsonSchema({
    definitions: { "a/b": { type: "integer" } },
    properties: { x: { $ref: "#/definitions/a~1b" }, y: { $ref: "#/definitions/a~1b" } },
  });
  expect(jsonSchemaProblem({ definitions: { a: {} }, $ref: "#/definitions/a" })).toBeNull();
  expect(judge({ x: 1, y: 2 })).toBeNull();
  expect(judge({ x: 1, y: "2" })).toEqual({ at: "/y", keyword: "type" });
});

it("finds repeated items in time that grows with their number alone", () => {
  const judge = compileJsonSchema({ uniqueItems: true });
  const items = Array.from({ length: 100_000 }, (_, i) => ({ a: i, b: [i] }));
  const started = process.cpuUsage();
  expect(judge(items)).toBeNull();
  expect(judge([...items, { b: [5], a: 5 }])).toEqual({ at: "", keyword: "uniqueItems" });
  expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
});
