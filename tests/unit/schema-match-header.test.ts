import { expect, it } from "vitest";
import { matchHeader } from "../../src/core/schema/match-header";
import { parseRuleset } from "../../src/core/schema/ruleset";

const ruleset = parseRuleset({
  id: "claims",
  title: "Claims",
  schema: {
    fields: [
      { name: "Début" },
      { name: "Rôle", aliases: ["Règle"] },
      { name: "Élément de contexte" },
      { name: "Secteur d'activité" },
    ],
  },
});
const full = ["Début", "Rôle", "Élément de contexte", "Secteur d'activité"];
const withFirst = (label: string) => [label, ...full.slice(1)];

it("matches exact names without a word", () => {
  expect(matchHeader(full, ruleset)).toEqual({ columns: [0, 1, 2, 3], findings: [] });
});

it.each([
  ["debut", ["accent", "case"]],
  ["Debut", ["accent"]],
  ["DÉBUT", ["case"]],
  [" Début ", ["space"]],
  ["De\u0301but", ["accent"]],
  ["\u200bDébut", ["sign"]],
  [" debut", ["accent", "case", "space"]],
])("matches %j by folding, and says how", (label, how) => {
  const { columns, findings } = matchHeader(withFirst(label), ruleset);
  expect(columns[0]).toBe(0);
  expect(findings).toEqual([
    {
      code: "incorrect-label",
      severity: "info",
      column: 1,
      field: "Début",
      params: { label, expected: "Début", how },
    },
  ]);
});

it("matches aliases, other accents, and other apostrophes", () => {
  const { columns, findings } = matchHeader(
    ["Début", "regle", "Élement de contexte", "Secteur d’activité"],
    ruleset,
  );
  expect(columns).toEqual([0, 1, 2, 3]);
  expect(findings.map(({ code, field, params }) => [code, field, params.how])).toEqual([
    ["incorrect-label", "Rôle", ["alias"]],
    ["incorrect-label", "Élément de contexte", ["accent"]],
    ["incorrect-label", "Secteur d'activité", ["sign"]],
  ]);
});

it.each(["D\uFFFDbut", "D\uFFFD\uFFFDbut", "DÃ©but", "D?but", "d\uFFFDBUT"])(
  "names the damage in %j, an error",
  (label) => {
    const { columns, findings } = matchHeader(withFirst(label), ruleset);
    expect(columns).toEqual([0, 1, 2, 3]);
    expect(findings).toEqual([
      {
        code: "damaged-label",
        severity: "error",
        column: 1,
        field: "Début",
        params: { label, expected: "Début" },
      },
    ]);
  },
);

it("does not match a damaged label that could be two fields, or none", () => {
  const twins = parseRuleset({ fields: [{ name: "Côte" }, { name: "Cète" }] });
  const { columns, findings } = matchHeader(["C\uFFFDte", "x\uFFFDy"], twins);
  expect(columns).toEqual([null, null]);
  expect(findings.map(({ code }) => code)).toEqual([
    "damaged-label",
    "damaged-label",
    "missing-label",
    "missing-label",
  ]);
});

it("an exact name wins over an earlier spelling of it, which is the repeated one", () => {
  const { columns, findings } = matchHeader(["debut", ...full], ruleset);
  expect(columns).toEqual([null, 0, 1, 2, 3]);
  expect(findings).toEqual([
    {
      code: "duplicate-label",
      severity: "error",
      column: 1,
      field: "Début",
      params: { label: "debut", firstColumn: 2 },
    },
  ]);
});

it("names blank, extra, repeated and missing labels, and another order", () => {
  const { columns, findings } = matchHeader(
    ["Rôle", "Début", " ", "Notes", "Rôle", "Élément de contexte"],
    ruleset,
  );
  expect(columns).toEqual([1, 0, null, null, null, 2]);
  expect(findings.map(({ code, column, field }) => [code, column, field])).toEqual([
    ["blank-label", 3, null],
    ["extra-label", 4, null],
    ["duplicate-label", 5, "Rôle"],
    ["missing-label", null, "Secteur d'activité"],
    ["out-of-order", null, null],
  ]);
});

it("a ruleset may override a severity", () => {
  const strict = parseRuleset({ ...ruleset, severity: { "incorrect-label": "error" } });
  expect(matchHeader(withFirst("debut"), strict).findings[0]?.severity).toBe("error");
});

it("offers the name that an unknown label is near to, and does not match it", () => {
  const { columns, findings } = matchHeader(withFirst("Debbut"), ruleset);
  expect(columns[0]).toBeNull();
  expect(findings.map(({ code, params }) => [code, params])).toEqual([
    ["extra-label", { label: "Debbut", suggestion: "Début" }],
    ["missing-label", { expected: "Début" }],
  ]);
});

it("never matches by position: a column under another field's name is that field", () => {
  const { columns } = matchHeader(["Secteur d'activité", "x", "y", "Début"], ruleset);
  expect(columns).toEqual([3, null, null, 0]);
});

it.each<[fieldsMatch: string, labels: string[], expected: string[][]]>([
  ["exact", ["a", "b"], []],
  ["exact", ["b", "a"], [["out-of-order", "error"]]],
  ["exact", ["a", "b", "c"], [["extra-label", "error"]]],
  ["exact", ["a"], [["missing-label", "error"]]],
  ["equal", ["b", "a"], [["out-of-order", "info"]]],
  ["equal", ["a", "b", "c"], [["extra-label", "error"]]],
  ["equal", ["a"], [["missing-label", "error"]]],
  ["subset", ["a", "b", "c"], [["extra-label", "info"]]],
  [
    "subset",
    ["a", "c"],
    [
      ["extra-label", "info"],
      ["missing-label", "error"],
    ],
  ],
  ["superset", ["a"], []],
  ["superset", ["a", "c"], [["extra-label", "error"]]],
  ["partial", ["a", "c"], [["extra-label", "info"]]],
  [
    "partial",
    ["c"],
    [
      ["extra-label", "info"],
      ["missing-label", "error"],
      ["missing-label", "error"],
    ],
  ],
])("with fieldsMatch %s the header %j gives %j", (fieldsMatch, labels, expected) => {
  const fields = [{ name: "a" }, { name: "b" }];
  for (const form of [fieldsMatch, [fieldsMatch]]) {
    const { findings } = matchHeader(labels, parseRuleset({ fields, fieldsMatch: form }));
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(expected);
  }
});
