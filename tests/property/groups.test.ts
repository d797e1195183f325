import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

interface Row {
  who: string;
  day: number;
  cents: number;
  isFee: boolean;
}

const ruleset = parseRuleset({
  id: "r",
  title: "R",
  schema: {
    fields: [
      { name: "who", missingValues: [] },
      { name: "day", type: "integer" },
      { name: "amount", type: "number" },
      { name: "fee", type: "boolean" },
    ],
  },
  rules: [
    {
      id: "sum",
      kind: "group",
      by: ["who", "day"],
      measures: { total: { sum: "amount" }, days: { distinct: "day" } },
      check: "total <= 1.0 && days == 1",
      message: { en: "x" },
    },
    {
      id: "fees",
      kind: "group",
      by: ["who"],
      where: "day > 0",
      measures: { fees: { count: true, where: "fee" }, least: { min: "amount" }, most: { max: "amount" } },
      check: "fees == 0 || round(most - least, 2) < 0.5",
      mark: "fee",
      message: { en: "x" },
    },
    {
      id: "order",
      kind: "sequence",
      by: ["who"],
      orderBy: ["day"],
      measures: { before: { sum: "amount" } },
      check: "row.amount >= prev.amount || round(before, 2) < 0.5",
      message: { en: "x" },
    },
  ],
});

const row: fc.Arbitrary<Row> = fc.record({
  who: fc.constantFrom("a", "b", "\\", "\\N", "tab", "é", "漢", "a b", '"'),
  day: fc.integer({ min: -1, max: 3 }),
  cents: fc.integer({ min: 0, max: 90 }),
  isFee: fc.boolean(),
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const text = (rows: readonly Row[]) =>
  `who,day,amount,fee\n${rows.map(({ who, day, cents, isFee }) => `${quoted(who)},${day},${cents / 100},${isFee}\n`).join("")}`;

function groupBy(rows: readonly Row[], key: (row: Row) => string): { at: number; row: Row }[][] {
  const groups = new Map<string, { at: number; row: Row }[]>();
  rows.forEach((each, i) => {
    groups.set(key(each), [...(groups.get(key(each)) ?? []), { at: i + 2, row: each }]);
  });
  return [...groups.values()];
}

/** The same three rules, worked out plainly over all rows at once. */
function expected(rows: readonly Row[]) {
  const cents = (group: { row: Row }[]) => group.reduce((sum, { row: each }) => sum + each.cents, 0);
  const sum = groupBy(rows, ({ who, day }) => `${who}|${day}`)
    .filter((group) => cents(group) > 100)
    .map((group) => group.map(({ at }) => at));
  const late = rows.map((each) => each);
  const fees = groupBy(late, ({ who }) => who)
    .map((group) => group.filter(({ row: each }) => each.day > 0))
    .filter((group) => {
      const all = group.map(({ row: each }) => each.cents);
      return group.some(({ row: each }) => each.isFee) && Math.max(...all) - Math.min(...all) >= 50;
    })
    .map((group) => group.filter(({ row: each }) => each.isFee).map(({ at }) => at));
  const order = groupBy(rows, ({ who }) => who).flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.row.day - b.row.day || a.at - b.at);
    return sorted.flatMap(({ at, row: each }, i) => {
      const prev = sorted[i - 1];
      const isWrong = prev && each.cents < prev.row.cents && cents(sorted.slice(0, i)) >= 50;
      return isWrong ? [[...new Set([prev.at, at])].sort((a, b) => a - b)] : [];
    });
  });
  return { sum, fees, order };
}

test("groups and sequences are judged as a plain program over all rows would, however the rows are parted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(1, 90 << 20),
      async (rows, bytes) => {
        const { kept, summary } = await checkBytes(text(rows), { ruleset, bytes });
        const found = (code: string) =>
          kept.filter(({ finding }) => finding.code === code).map(({ affectedRows }) => affectedRows);
        const { sum, fees, order } = expected(rows);
        const byFirst = (groups: number[][]) => groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
        expect(found("sum")).toEqual(byFirst(sum));
        expect(found("fees")).toEqual(byFirst(fees));
        expect(new Set(found("order").map(String))).toEqual(new Set(order.map(String)));
        expect(summary.codes).toEqual(
          Object.fromEntries(
            Object.entries({ sum: sum.length, fees: fees.length, order: order.length }).filter(
              ([, count]) => count > 0,
            ),
          ),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
