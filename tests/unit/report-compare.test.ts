import { expect, it } from "vitest";
import type { Finding } from "../../src/core/findings/finding";
import { compareTotals } from "../../src/core/report/compare-totals";
import { comparable, matchFindings } from "../../src/core/report/match-findings";

const finding = (row: number, change: Partial<Finding> = {}): Finding => ({
  code: "type-error",
  severity: "error",
  row,
  line: row,
  byte: row * 10,
  column: 2,
  field: "amount",
  params: { value: "x" },
  ...change,
});
const on = (row: number, cells: string[] | null, change: Partial<Finding> = {}) =>
  comparable(finding(row, change), cells);
const rows = (findings: Finding[]) => findings.map(({ row }) => row);

it("a row that moved keeps its finding", () => {
  const { mended, fresh, unchanged } = matchFindings(
    [on(5, ["a", "x"]), on(9, ["b", "x"])],
    [on(4, ["a", "x"])],
  );
  expect({ mended: rows(mended), fresh: rows(fresh), unchanged: rows(unchanged) }).toEqual({
    mended: [9],
    fresh: [],
    unchanged: [4],
  });
});

it("a row on which another cell was mended keeps its finding", () => {
  const { mended, fresh, unchanged } = matchFindings([on(5, ["bad", "x"])], [on(5, ["good", "x"])]);
  expect([mended, fresh, rows(unchanged)]).toEqual([[], [], [5]]);
});

it("equal rows are matched one by one, none twice", () => {
  const twice = [on(2, ["a", "x"]), on(3, ["a", "x"])];
  expect(rows(matchFindings(twice, twice.slice(0, 1)).mended)).toEqual([3]);
  expect(rows(matchFindings(twice.slice(0, 1), twice).fresh)).toEqual([3]);
});

it("another code, field or own cell is another finding", () => {
  const before = [on(2, ["a", "x"])];
  for (const after of [
    on(2, ["a", "x"], { code: "required" }),
    on(2, ["a", "x"], { field: "total" }),
    on(2, ["a", "y"]),
  ]) {
    const { mended, fresh } = matchFindings(before, [after]);
    expect([mended.length, fresh.length]).toEqual([1, 1]);
  }
});

it("a finding on no row is compared by what it says", () => {
  const file = (format: string) =>
    on(0, null, { code: "binary-file", row: null, column: null, field: null, params: { format } });
  expect(matchFindings([file("png")], [file("png")]).unchanged).toHaveLength(1);
  expect(matchFindings([file("png")], [file("pdf")]).fresh).toHaveLength(1);
});

it("totals stand side by side by code and field, whatever the column, the greatest change first", () => {
  const total = (code: string, field: string, column: number, count: number) =>
    ({ code, severity: "error", field, column, count }) as const;
  expect(
    compareTotals(
      [total("type-error", "amount", 2, 40), total("required", "id", 1, 3), total("blank-row", "", 0, 1)],
      [total("type-error", "amount", 3, 4), total("pattern", "code", 4, 5), total("blank-row", "", 0, 1)],
    ),
  ).toEqual([
    { code: "type-error", severity: "error", field: "amount", column: 3, before: 40, after: 4 },
    { code: "pattern", severity: "error", field: "code", column: 4, before: 0, after: 5 },
    { code: "required", severity: "error", field: "id", column: 1, before: 3, after: 0 },
    { code: "blank-row", severity: "error", field: "", column: 0, before: 1, after: 1 },
  ]);
});
