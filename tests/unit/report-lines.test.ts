import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { Finding } from "../../src/core/findings/finding";
import { csvCell } from "../../src/core/report/csv-cell";
import { findingCsvHeader, findingCsvLine, findingJsonLine } from "../../src/core/report/finding-lines";

it.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@sum", "'@sum"],
  [" =1", "' =1"],
  ["\t=1", '"\'\t=1"'],
  ["\r=1", '"\'\r=1"'],
  ["\n=1", '"\'\n=1"'],
  ["\u00a0=1", "'\u00a0=1"],
  ["＝1", "'＝1"],
  ["a=1", "a=1"],
  ["a,b", '"a,b"'],
  ["a;b", '"a;b"'],
  ["line\nbreak", '"line\nbreak"'],
  [" a", '" a"'],
  ["plain", "plain"],
  ["", ""],
])("writes %j so that a spreadsheet does not run it", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

it("writes numbers and nothing as they are", () => {
  expect(csvCell(-12)).toBe("-12");
  expect(csvCell(12)).toBe("12");
  expect(csvCell(null)).toBe("");
});

const finding: Finding = {
  code: "type-error",
  severity: "error",
  row: 4,
  line: 5,
  byte: 60,
  column: 3,
  field: "=cmd|' /C calc'!A0",
  params: { expected: "number", value: '1,5 "x"\n=2', suggestion: "1.5" },
};

it("a finding is one CSV record with as many cells as the header", () => {
  const [header, line, ...rest] = parse(findingCsvHeader() + findingCsvLine(finding, "fr"), { bom: true });
  expect(rest).toEqual([]);
  expect(header).toHaveLength(11);
  expect(line).toHaveLength(11);
  expect(line?.slice(0, 6)).toEqual(["error", "type-error", "4", "5", "3", "'=cmd|' /C calc'!A0"]);
});

it("money and the rows concerned are the last cells of a CSV record", () => {
  const line = findingCsvLine({ ...finding, impact: 1306.2, affectedRows: [4, 7, 9] }, "en");
  expect(parse(line)[0]?.slice(-2)).toEqual(["1306.2", "4 7 9"]);
});

it("a finding is one line of NDJSON, with params and sentences", () => {
  const text = findingJsonLine(finding, "en");
  expect(text.indexOf("\n")).toBe(text.length - 1);
  expect(JSON.parse(text)).toMatchObject({ ...finding, title: "Wrong kind of value" });
});
