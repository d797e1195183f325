import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fieldVariables } from "../../src/core/rules/field-variables";
import { parseRuleset, RulesetError } from "../../src/core/schema/ruleset";

const fields = [
  { name: "#", type: "integer" },
  { name: "Date de Service", type: "date" },
  { name: "Début", type: "time" },
  { name: "amount", type: "number" },
  { name: "amount?", type: "number" },
  { name: "note" },
  { name: "paid", type: "boolean" },
  { name: "in" },
  { name: "2nd" },
] as const;

function problemsOf(rule: object, more: object = {}): { path: string; message: string }[] {
  const base = { id: "a-rule", kind: "row", check: "true", message: { en: "No." } };
  try {
    parseRuleset({
      id: "r",
      title: "R",
      schema: { fields: [...fields] },
      rules: [{ ...base, ...rule }],
      ...more,
    });
    return [];
  } catch (error) {
    if (error instanceof RulesetError) return error.problems;
    throw error;
  }
}

test("each field has one variable, whatever its name is made of", () => {
  expect(
    fieldVariables(fields.map((field) => ({ ...field }))).map(({ name, type }) => `${name}:${type}`),
  ).toEqual([
    "_:int",
    "Date_de_Service:google.protobuf.Timestamp",
    "Debut:google.protobuf.Duration",
    "amount:double",
    "amount_:double",
    "note:string",
    "paid:bool",
    "in_:string",
    "_2nd:string",
  ]);
});

test.each([
  "_ > 0 && amount >= 0",
  "Date_de_Service - referenceDate <= days(90) || Debut >= duration('8h')",
  "paid ? amount > amount_ : note.startsWith('x') && in_ in ['a', 'b']",
  "note.split(',').exists(part, part.trim() == 'CLSC')",
  "note.matches('^[A-Z]{3}$') || !present(note)",
  "note.matches('[0-9]+') && note.matches('^[0-9]+-[0-9]+$')",
  "round(abs(amount - amount_), 2) <= 0.01 && Date_de_Service >= date('2020-01-01')",
  "int(note) > 3 && string(_) == note && Date_de_Service.getFullYear() == 2026",
])("%s is a check", (check) => {
  expect(problemsOf({ check })).toEqual([]);
});

test.each([
  ["amount +", 9, "Unexpected token"],
  ["amont > 1.0", 1, "Unknown variable: amont"],
  ["1 == 1 && note > 3", 11, "no such overload: string > int"],
  ["amount + 1.0", 1, "gives double"],
  ["cel.bind(x, note + note, x + x) == note", 1, "bind is not available"],
  ["note.matches(in_)", 14, "written in place"],
  ["note.matches('(a+)+$')", 14, "pattern could run for too long"],
  ["note.matches('.*a.*b.*c.*d')", 14, "pattern could run for too long"],
  ["note.matches('^a*a*a*$')", 14, "pattern could run for too long"],
  ["note.matches('^x|a+b+c+')", 14, "pattern could run for too long"],
  ["(note + note + note).matches('a*b*c')", 30, "pattern could run for too long"],
  ["Date_de_Service.getHours('America/Toronto') == 0", 26, "no time zone"],
  ["present(1 + 1)", 9, "name of a field"],
  ["has(note.x)", 1, "not available"],
  ["{'a': 1}.size() > 0", 2, "maxMapEntries"],
])("%s is refused at character %i: %s", (check, character, reason) => {
  const [problem] = problemsOf({ check });
  expect(problem?.path).toBe("rules.0.check");
  expect(problem?.message).toContain(reason);
  expect(problem?.message).toContain(`rule a-rule: `);
  expect(problem?.message).toContain(`at character ${character} of ${JSON.stringify(check)}`);
});

test("a macro inside a macro over cells is too costly, whichever way it is written", () => {
  for (const check of [
    "note.split('').all(a, note.split('').all(b, a == b))",
    "note.split('').map(a, note).join('').split('').all(b, b == 'x')",
    `note.split('').all(a, ${"note.contains(a) && ".repeat(8)} true)`,
  ])
    expect(problemsOf({ check })[0]?.message).toContain("too much on one row");
  expect(problemsOf({ check: "note.split(',').all(a, a in ['x', 'y', 'z'])" })).toEqual([]);
});

test("an expression is bounded in length and in parts", () => {
  expect(problemsOf({ check: `note == '${"x".repeat(1000)}'` })[0]?.path).toBe("rules.0.check");
  expect(problemsOf({ check: Array.from({ length: 130 }, () => "paid").join("||") })[0]?.message).toContain(
    "maxAstNodes",
  );
  expect(problemsOf({ check: `${"!(".repeat(60)}paid${")".repeat(60)}` })[0]?.message).toContain("maxDepth");
});

test("a long chain of joins is weighed at once, not again and again", () => {
  const check = `note.split('')${".map(x, x).join('').split('')".repeat(8)}.size() > 0`;
  expect(problemsOf({ check })[0]?.message).toContain("too much on one row");
});

test("names in a rule must be fields of the ruleset, and ids its own", () => {
  expect(problemsOf({ columns: ["amont"] })[0]?.path).toBe("rules.0.columns.0");
  expect(problemsOf({ message: { en: "{amont} is wrong" } })[0]?.message).toContain("{amont}");
  expect(problemsOf({ message: { fr: "{amount?} au {referenceDate}" } })).toEqual([]);
  expect(problemsOf({ id: "required" })[0]?.path).toBe("rules.0.id");
  expect(problemsOf({ message: {} })[0]?.path).toBe("rules.0.message");
  expect(problemsOf({ effective: { from: "2026-02-01", to: "2026-01-01" } })[0]?.path).toBe(
    "rules.0.effective.to",
  );
  expect(problemsOf({}, { severity: { "a-rule": "info" } })).toEqual([]);
  expect(problemsOf({}, { severity: { "another-rule": "info" } })[0]?.path).toBe("severity.another-rule");
});

test("two rules of one id are refused", () => {
  const rule = { id: "twice", kind: "row", check: "paid", message: { en: "No." } };
  expect(problemsOf({}, { rules: [rule, rule] })).toEqual([{ path: "rules.1.id", message: "is used twice" }]);
});

test("the example of the documentation is a ruleset", async () => {
  const [, yaml = ""] = /```yaml\n(.*?)```/s.exec(await readFile("docs/RULESETS.md", "utf8")) ?? [];
  const ruleset = parseRuleset(parse(yaml));
  expect(ruleset.rules?.map(({ id }) => id)).toEqual(["paid-differs"]);
});

test("no field's name can break the compilation of rules, words of the language and of JavaScript included", () => {
  const words =
    "as break const else false for function if import in let null package return true var void while bool bytes cel double dyn " +
    "duration google int list map null_type optional string timestamp type uint referenceDate __proto__ constructor prototype " +
    "toString valueOf size present abs this undefined";
  for (const name of [...words.split(" "), " ", "\u0301", "日本", "é!"]) {
    const schema = { fields: [{ name }, { name: `${name}?` }] };
    for (const { name: variable } of fieldVariables(schema.fields)) {
      expect(problemsOf({ check: `present(${variable}) && ${variable} == 'a'` }, { schema })).toEqual([]);
    }
  }
});
