import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { rulesetJsonSchema } from "@/core/schema/ruleset-json-schema";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import { completeRuleset } from "@/ui/rulesets/editor/complete";
import { expressionFunctions, expressionMethods } from "@/ui/rulesets/editor/expression-words";
import { JsonSchema } from "@/ui/rulesets/editor/schema-at";

const schema = JsonSchema.parse(rulesetJsonSchema());
const variables = [
  { name: "Date_de_service", field: "Date de service", type: "google.protobuf.Timestamp", isDerived: false },
  { name: "minutes", field: "minutes", type: "double", isDerived: true },
];

/** What is offered at `|`. */
function offered(marked: string): string[] {
  const at = marked.indexOf("|");
  const doc = marked.slice(0, at) + marked.slice(at + 1);
  const context = new CompletionContext(EditorState.create({ doc }), at, true);
  return completeRuleset(context, { schema, variables })?.options.map(({ label }) => label) ?? [];
}

const field = "id: a\ntitle: A\nschema:\n  fields:\n    - name: b\n";

describe("completion", () => {
  it("offers the keys of the map that the cursor is in, without those that are there", () => {
    const keys = offered(`${field}      cons|\n`);
    expect(keys).toContain("constraints");
    expect(keys).toContain("type");
    expect(keys).not.toContain("name");
    expect(keys).not.toContain("fields");
  });

  it("offers keys on an empty line, by its indentation", () => {
    expect(offered(`${field}      |\n`)).toContain("constraints");
    expect(offered(`${field}|`)).toContain("severity");
    expect(offered(`${field}rules:\n  - |`)).toEqual(expect.arrayContaining(["check", "when", "message"]));
    expect(offered(`${field}rules:\n  - id: x\n    |\nseverity:\n  required: info\n`)).toContain("check");
  });

  it("offers keys within brackets and in JSON", () => {
    expect(offered("schema:\n  fields:\n    - { name: b, | }\n")).toContain("constraints");
    expect(offered('{ "schema": { "fields": [{ "name": "b", "|": 1 }] } }')).toContain("type");
  });

  it("offers the values that a key may have", () => {
    expect(offered(`${field}      type: da|\n`)).toEqual(expect.arrayContaining(["date", "datetime"]));
    expect(offered(`${field}      constraints: { required: | }\n`)).toEqual(["true", "false"]);
    expect(offered(`${field}severity:\n  type-error: |\n`)).toEqual(["error", "warning", "info"]);
    expect(offered(`${field}severity:\n  ty|\n`)).toContain("type-error");
  });

  it("offers fields where they are named, and their variables in expressions", () => {
    expect(offered(`${field}  primaryKey: |\n`)).toContain("Date de service");
    const rule = `${field}rules:\n  - id: late\n    kind: row\n`;
    expect(offered(`${rule}    columns: [|]\n`)).toContain("Date de service");
    const words = offered(`${rule}    check: Date|\n`);
    expect(words).toEqual(expect.arrayContaining(["Date_de_service", "referenceDate", "round"]));
    expect(offered(`${rule}    check: Date_de_service > ref| && true\n`)).toContain("referenceDate");
    expect(offered(`${rule}    check: b.low|\n`)).toContain("lowerAscii");
  });

  it("offers the keys of a plain Table Schema", () => {
    expect(offered("fields:\n  - name: a\n    cons|\n")).toContain("constraints");
  });

  it("offers each kind of rule its own keys, tables and derived values", () => {
    const group = `${field}rules:\n  - id: cap\n    kind: group\n`;
    expect(offered(`${group}    |\n`)).toEqual(expect.arrayContaining(["by", "measures", "mark", "impact"]));
    expect(offered(`${group}    |\n`)).not.toContain("orderBy");
    expect(offered(`${group}    by: [|]\n`)).toEqual(expect.arrayContaining(["Date de service", "minutes"]));
    expect(offered(`${group}    columns: [|]\n`)).not.toContain("minutes");
    expect(offered(`${group}    measures:\n      total: { | }\n`)).toEqual(
      expect.arrayContaining(["count", "distinct", "sum", "min", "max", "where"]),
    );
    expect(offered(`${field}|`)).toEqual(expect.arrayContaining(["derive", "references", "overview"]));
    expect(offered(`${field}references:\n  - |`)).toEqual(
      expect.arrayContaining(["path", "validFrom", "key"]),
    );
  });

  it("offers in an expression what it can read: cells, figures of a group, two rows, an entry", () => {
    const group = `${field}rules:\n  - id: cap\n    kind: group\n    by: [Date de service]\n    measures: { total: { sum: mi| } }\n`;
    expect(offered(group)).toContain("minutes");
    const check = `${group.replace("mi|", "minutes")}    check: |\n`;
    expect(offered(check)).toEqual(expect.arrayContaining(["total", "rows", "Date_de_service"]));
    expect(offered(check)).not.toContain("minutes");
    expect(offered(`derive:\n  half: |\n${field}`)).toContain("minutes");
    const sequence = `${field}rules:\n  - id: overlap\n    kind: sequence\n    check: row.|\n`;
    expect(offered(sequence)).toContain("Date_de_service");
    expect(offered(sequence.replace("row.|", "|"))).toEqual(expect.arrayContaining(["row", "prev"]));
    const tables = `references:\n  - name: codes\n    path: codes.csv\n    schema: { fields: [{ name: Unité prix }] }\n`;
    const reference = `${field}${tables}rules:\n  - id: known\n    kind: reference\n    table: |\n`;
    expect(offered(reference)).toContain("codes");
    expect(offered(reference.replace("|", "codes\n    check: entry.|"))).toEqual(["Unite_prix"]);
  });

  it("offers nothing in a comment", () => {
    expect(offered(`# cons|\n${field}`)).toEqual([]);
  });
});

it("every word that is offered in an expression is known to the language", () => {
  const problemOf = (check: string) => {
    const rules = `rules:\n  - { id: r, kind: row, check: "${check}", message: { en: x } }\n`;
    return checkRulesetText(`${field}${rules}`).problems[0]?.message ?? "";
  };
  const unknown = /not available|is not known|unknown function|undeclared|is no function/i;
  expect(problemOf("nonsense(b)")).toMatch(unknown);
  for (const name of expressionFunctions) expect(problemOf(`${name}(b)`), name).not.toMatch(unknown);
  for (const name of expressionMethods) expect(problemOf(`b.${name}()`), name).not.toMatch(unknown);
});
