import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseRuleset, RulesetError } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "references-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const references = [
  {
    name: "codes",
    path: "codes.csv",
    schema: {
      fields: [
        { name: "code" },
        { name: "place" },
        { name: "from", type: "date" },
        { name: "to", type: "date" },
        { name: "price", type: "number" },
      ],
    },
    key: ["code"],
    validFrom: "from",
    validTo: "to",
  },
];
const table = `code,place,from,to,price
A,,2026-01-01,2026-06-30,10.00
A,,2026-07-01,,12.00
A,5,2026-07-01,,15.50
B,,,2026-03-31,7
`;
const fields = [
  { name: "code" },
  { name: "place" },
  { name: "day", type: "date" },
  { name: "paid", type: "number" },
];
const base = {
  id: "price",
  kind: "reference",
  table: "codes",
  key: ["code"],
  message: { en: "{paid} is not {entry.price}" },
  unknown: { en: "{code} is unknown" },
  inactive: { en: "{code} is not in force on {day}" },
};

async function check(rule: object, rows: string[], more: { table?: string | null; schema?: object } = {}) {
  const path = join(dir, "codes.csv");
  const text = more.table === undefined ? table : more.table;
  if (text !== null) await writeFile(path, text);
  const ruleset = parseRuleset({
    id: "r",
    title: "R",
    schema: { fields, ...more.schema },
    references,
    rules: Object.keys(rule).length > 0 ? [{ ...base, ...rule }] : [],
  });
  const content = Buffer.from(`code,place,day,paid\n${rows.join("\n")}\n`);
  return checkBytes(content, { ruleset, references: text === null ? {} : { "codes.csv": path } });
}
const problemsOf = (rule: object) => {
  try {
    parseRuleset({ id: "r", title: "R", schema: { fields }, references, rules: [{ ...base, ...rule }] });
    return [];
  } catch (error) {
    if (error instanceof RulesetError) return error.problems.map(({ path }) => path);
    throw error;
  }
};

test("a key that the table has not, or not in force on the day, is told with a text of its own", async () => {
  const { findings } = await check({ validOn: "day" }, [
    "A,,2026-01-01,1",
    "Z,,2026-01-01,1",
    "B,,2026-03-31,1",
    "B,,2026-04-01,1",
    "A,,2025-12-31,1",
  ]);
  expect(findings.map(({ row, params }) => [row, params.found, params["@message"]])).toEqual([
    [3, "none", Array(2).fill("{code} is unknown")],
    [5, "inactive", Array(2).fill("{code} is not in force on {day}")],
    [6, "inactive", Array(2).fill("{code} is not in force on {day}")],
  ]);
});

test("the entry of the day and of the narrowest place is the one that is checked", async () => {
  const rule = {
    validOn: "day",
    narrow: { place: "place" },
    check: "paid == entry.price",
    impact: "paid - entry.price",
  };
  const { findings } = await check(rule, [
    "A,5,2026-06-30,10",
    "A,5,2026-07-01,15.50",
    "A,7,2026-07-01,15.50",
    "A,,2026-07-01,12",
  ]);
  expect(findings.map(({ row, params, impact }) => [row, params["entry.price"], impact])).toEqual([
    [4, "12.00", 3.5],
  ]);
});

test("a row without a key or a day is passed over, one whose day is faulty is counted", async () => {
  const { findings, summary } = await check({ validOn: "day" }, [",,2026-01-01,1", "Z,,,1", "Z,,soon,1"]);
  expect(findings.map(({ code }) => code)).toEqual(["type-error"]);
  expect(summary.report.notRun).toEqual([{ check: "rule:price", reason: "faulty-cells", rows: 1 }]);
});

test("without its table a rule is said not to have run", async () => {
  const { summary } = await check({}, ["Z,,2026-01-01,1"], {
    table: null,
    schema: { foreignKeys: [{ fields: "code", reference: { resource: "codes", fields: "code" } }] },
  });
  expect(summary.report.notRun).toContainEqual({ check: "foreign-key:code", reason: "no-table:codes" });
});

test("a foreign key leads to a row of the table, or of the file itself", async () => {
  const schema = {
    foreignKeys: [
      { fields: "code", reference: { resource: "codes", fields: "code" } },
      { fields: ["place"], reference: { fields: ["code"] } },
    ],
  };
  const { findings, summary } = await check({}, ["A,B,,1", "B,,,1", "Z,Q,,1", ",A,,1"], { schema });
  expect(findings.map(({ row, field, params }) => [row, field, params.key, params.resource ?? null])).toEqual(
    [
      [4, "code", "Z", "codes"],
      [4, "place", "Q", null],
    ],
  );
  expect(summary.errorRows).toBe(1);
});

test("what a reference rule names must be there", () => {
  expect(problemsOf({ table: "prices" })).toContain("rules.0.table");
  expect(problemsOf({ key: ["code", "place"] })).toEqual(["rules.0.key"]);
  expect(problemsOf({ key: ["cod"] })).toEqual(["rules.0.key.0"]);
  expect(problemsOf({ validOn: "paid" })).toEqual(["rules.0.validOn"]);
  expect(problemsOf({ narrow: { town: "place" } })).toEqual(["rules.0.narrow.town"]);
  expect(problemsOf({ check: "entry.cost > 1.0" })).toEqual(["rules.0.check"]);
  expect(problemsOf({ message: { en: "{entry.cost}" } })).toEqual(["rules.0.message"]);
});
