import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { parseRuleset } from "@/core/schema/ruleset";

const text = readFileSync("docs/RULESETS.md", "utf8");
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = ""]) => parse(block));

const typed = (type: string, ...names: string[]) => names.map((name) => ({ name, type }));
const fields = [
  ...typed("string", "Doctor", "Patient", "Code", "Place"),
  ...typed("date", "Date of service"),
  ...typed("time", "Start", "End"),
  ...typed("integer", "Units"),
  ...typed("number", "Amount", "paid", "amount"),
];

it("every example of the chapter on rules can be saved as it stands", () => {
  const rules = blocks.flatMap((block) => (Array.isArray(block) ? block : []));
  const { derive } = blocks.find((block) => "derive" in block);
  const { references } = blocks.find((block) => "references" in block);
  const ruleset = parseRuleset({
    id: "examples",
    title: "Examples",
    schema: { fields },
    derive,
    references,
    rules,
  });
  expect(ruleset.rules?.map(({ kind }) => kind)).toEqual(["row", "reference", "group", "sequence"]);
  expect(parseRuleset(blocks.find((block) => "schema" in block)).id).toBe("orders");
});

it("so can the answers to common wishes and the example of foreign keys", () => {
  const derive = { year: "Date_of_service.getFullYear()" };
  const answers = [...text.matchAll(/^\| [^|]+ \| (`(?:by|measures|where): .*) \|$/gm)].map(
    ([, answer = ""]) => [...answer.matchAll(/`([^`]+)`/g)].map(([, part = ""]) => part).join("\n"),
  );
  expect(answers).toHaveLength(4);
  for (const answer of answers) {
    const rule = {
      id: "wish",
      kind: "group",
      by: ["Patient"],
      measures: {},
      message: { en: "x" },
      ...parse(answer),
    };
    expect(
      () => parseRuleset({ id: "a", title: "A", schema: { fields }, derive, rules: [rule] }),
      answer,
    ).not.toThrow();
  }
  const [, keys = ""] = /`(foreignKeys: [^`]+)`/.exec(text) ?? [];
  const { references } = blocks.find((block) => "references" in block);
  expect(parseRuleset({ id: "a", title: "A", references, schema: { fields, ...parse(keys) } }).id).toBe("a");
});

it("a sequence may ask what came before all of its rows, as the chapter says", () => {
  const rule = {
    id: "long-visit",
    kind: "sequence",
    by: ["Doctor", "Date of service"],
    orderBy: ["Start"],
    measures: { latest: { max: "End" } },
    check: "row.Start >= latest",
    message: { en: "x" },
  };
  expect(text).toContain("`measures` are figures over **all rows of the group before this one**");
  expect(parseRuleset({ id: "a", title: "A", schema: { fields }, rules: [rule] }).rules).toHaveLength(1);
});
