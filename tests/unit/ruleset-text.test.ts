import { describe, expect, it } from "vitest";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import { rulesetVariables } from "@/core/schema/ruleset-variables";

const valid = `# What the shop sends.
id: orders
title: Orders
schema:
  fields:
    - name: amount
      type: number
`;

/** The text that a problem marks, and its path. */
function marked(text: string): [string, string][] {
  const lines = text.split("\n");
  return checkRulesetText(text).problems.map(({ path, line, column, endLine, endColumn }) => {
    const rest = lines[line - 1] ?? "";
    return [path, line === endLine ? rest.slice(column - 1, endColumn - 1) : rest.slice(column - 1)];
  });
}

describe("a ruleset's text", () => {
  it("that is sound gives the ruleset", () => {
    const { problems, ruleset, isTableSchema } = checkRulesetText(valid);
    expect({ problems, id: ruleset?.id, isTableSchema }).toEqual({
      problems: [],
      id: "orders",
      isTableSchema: false,
    });
  });

  it("marks a wrong value where it stands", () => {
    expect(marked(valid.replace("type: number", "type: colour"))).toEqual([
      ["schema.fields.0.type", "colour"],
    ]);
  });

  it("marks the key of what is not known", () => {
    expect(marked(valid.replace("type: number", "constraint: { required: true }"))).toEqual([
      ["schema.fields.0.constraint", "constraint"],
    ]);
  });

  it("marks what lacks something where it begins", () => {
    expect(marked(valid.replace("title: Orders\n", ""))).toEqual([["title", "id"]]);
    expect(marked(valid.replace("name: amount\n      ", ""))).toEqual([["schema.fields.0.name", "type"]]);
  });

  it("marks the character of an expression", () => {
    const rules = "rules:\n  - { id: low, kind: row, check: amount > '', message: { en: Low } }\n";
    const [problem] = checkRulesetText(valid + rules).problems;
    expect(problem).toMatchObject({ path: "rules.0.check", line: 9, column: 34 });
  });

  it("marks a key that holds dots", () => {
    expect(marked(`${valid}severity:\n  no.such: error\n`)).toEqual([["severity.no.such", "error"]]);
  });

  it("that is no YAML is told with its line", () => {
    const { problems, ruleset } = checkRulesetText(`${valid}severity: [\n`);
    expect(ruleset).toBeNull();
    expect(problems[0]?.line).toBeGreaterThanOrEqual(8);
    expect(problems[0]?.message).not.toMatch(/\n| at line /);
  });

  it("that multiplies itself is refused", () => {
    const bomb = [
      "a: &a [x,x]",
      ..."bcdefghi".split("").map((name, at) => {
        const before = "abcdefgh"[at];
        return `${name}: &${name} [*${before},*${before},*${before},*${before}]`;
      }),
    ].join("\n");
    expect(checkRulesetText(bomb).problems).toHaveLength(1);
  });

  it("may be empty, JSON or a plain Table Schema", () => {
    expect(checkRulesetText("").problems).not.toEqual([]);
    const schema = '{\n  "fields": [{ "name": "a", "type": "colour" }]\n}';
    expect(marked(schema)).toEqual([["fields.0.type", '"colour"']]);
    const { ruleset, isTableSchema } = checkRulesetText(schema.replace("colour", "integer"));
    expect({ id: ruleset?.id, isTableSchema }).toEqual({ id: "table-schema", isTableSchema: true });
  });
});

it("variables are told while the document is being written", () => {
  const fields = [{ name: "2nd visit", type: "date" }, { name: "wrong", type: "colour" }, { type: "date" }];
  const derive = { year: "_2nd_visit.getFullYear()", unfinished: "_2nd_visit." };
  expect(rulesetVariables({ schema: { fields }, derive })).toEqual([
    { name: "_2nd_visit", field: "2nd visit", type: "google.protobuf.Timestamp", isDerived: false },
    { name: "wrong", field: "wrong", type: "string", isDerived: false },
    { name: "year", field: "year", type: "int", isDerived: true },
  ]);
  expect(rulesetVariables("nothing")).toEqual([]);
});
