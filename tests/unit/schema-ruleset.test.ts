import { expect, it } from "vitest";
import { parseRuleset, RulesetError } from "../../src/core/schema/ruleset";

function problemsOf(document: unknown) {
  try {
    parseRuleset(document);
  } catch (error) {
    if (error instanceof RulesetError) return error.problems;
    throw error;
  }
  return [];
}

const field = (more: Record<string, unknown>) => ({ fields: [{ name: "x", ...more }] });

it.each<[string, unknown, string]>([
  ["no document", null, ""],
  ["a list", [], ""],
  ["no fields", { fields: [] }, "fields"],
  ["a type that there is not", field({ type: "geopiont" }), "fields.0.type"],
  ["an unknown format", field({ format: "phone" }), "fields.0.format"],
  ["a format on a number", field({ type: "integer", format: "email" }), "fields.0.format"],
  ["a directive that is not known", field({ type: "date", format: "%d %Q %Y" }), "fields.0.format"],
  ["a date without a day", field({ type: "date", format: "%Y-%m" }), "fields.0.format"],
  ["a time with a year", field({ type: "time", format: "%Y %H:%M" }), "fields.0.format"],
  ["a decimal sign of a text", field({ decimalChar: "," }), "fields.0.decimalChar"],
  ["one sign for decimals and groups", field({ type: "number", groupChar: "." }), "fields.0.groupChar"],
  ["true values of a text", field({ trueValues: ["y"] }), "fields.0.trueValues"],
  ["a minimum of a text", field({ constraints: { minimum: 1 } }), "fields.0.constraints.minimum"],
  [
    "a minimum that is none",
    field({ type: "date", constraints: { minimum: "soon" } }),
    "fields.0.constraints.minimum",
  ],
  [
    "an entry no cell can be",
    field({ type: "integer", constraints: { enum: [1, "x"] } }),
    "fields.0.constraints.enum.1",
  ],
  [
    "lengths that cross",
    field({ constraints: { minLength: 3, maxLength: 2 } }),
    "fields.0.constraints.minLength",
  ],
  ["a dangerous pattern", field({ constraints: { pattern: "(a+)+\\1" } }), "fields.0.constraints.pattern"],
  ["a constraint that is none", field({ constraints: { uniq: true } }), "fields.0.constraints.uniq"],
  ["a mistyped constraint", field({ constraints: { requird: true } }), "fields.0.constraints.requird"],
  ["a name used twice", { fields: [{ name: "x" }, { name: "x" }] }, "fields.1.name"],
  [
    "an alias of two fields",
    { fields: [{ name: "Élan" }, { name: "y", aliases: ["elan"] }] },
    "fields.1.aliases.0",
  ],
  ["a key that is no field", { fields: [{ name: "x" }], primaryKey: "y" }, "primaryKey"],
  ["a bad id", { id: "Not Kebab", title: "t", schema: field({}) }, "id"],
  [
    "a severity of no code",
    { id: "a", title: "t", schema: field({}), severity: { typo: "info" } },
    "severity.typo",
  ],
  [
    "a path in a whole ruleset",
    { id: "a", title: "t", schema: field({ type: "lists" }) },
    "schema.fields.0.type",
  ],
  [
    "a quote that is the delimiter",
    { id: "a", title: "t", schema: field({}), dialect: { delimiter: "|", quoteChar: "|" } },
    "dialect.quoteChar",
  ],
])("refuses %s and says where", (_, document, path) => {
  expect(problemsOf(document).map((problem) => problem.path)).toContain(path);
});

it("takes a plain Table Schema as a ruleset", () => {
  const ruleset = parseRuleset({
    name: "Élèves 2024",
    title: "Pupils",
    fields: [{ name: "id", type: "integer", example: 5, rdfType: "http://schema.org/identifier" }],
    primaryKey: ["id"],
  });
  expect(ruleset).toMatchObject({ id: "eleves-2024", title: "Pupils", schema: { primaryKey: ["id"] } });
  expect(parseRuleset({ fields: [{ name: "a" }] }).id).toBe("table-schema");
});

it("reads its own result as the same ruleset", () => {
  const ruleset = parseRuleset({
    id: "a",
    title: "t",
    schema: field({ type: "date" }),
    severity: { required: "warning" },
  });
  expect(parseRuleset(JSON.parse(JSON.stringify(ruleset)))).toEqual(ruleset);
});
