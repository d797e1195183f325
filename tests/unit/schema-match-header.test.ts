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
  ["debut", 0],
  ["DÉBUT", 0],
  [" Début ", 0],
  ["De\u0301but", 0],
  ["\u200bDébut", 0],
])("matches %j by folding, and says so", (label) => {
  const { columns, findings } = matchHeader(withFirst(label), ruleset);
  expect(columns[0]).toBe(0);
  expect(findings).toEqual([
    {
      code: "incorrect-label",
      severity: "info",
      column: 1,
      field: "Début",
      params: { label, expected: "Début" },
    },
  ]);
});

it("matches aliases, other accents, and other apostrophes", () => {
  const { columns, findings } = matchHeader(
    ["Début", "regle", "Élement de contexte", "Secteur d’activité"],
    ruleset,
  );
  expect(columns).toEqual([0, 1, 2, 3]);
  expect(findings.map(({ code, field }) => [code, field])).toEqual([
    ["incorrect-label", "Rôle"],
    ["incorrect-label", "Élément de contexte"],
    ["incorrect-label", "Secteur d'activité"],
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
