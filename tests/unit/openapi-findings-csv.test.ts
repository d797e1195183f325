import { expect, it } from "vitest";
import { csvCell } from "@/core/report/csv-cell";

it.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@sum", "'@sum"],
  [" =1", "' =1"],
  ["\t=1", '"\'\t=1"'],
  ["a,b", '"a,b"'],
  ["line\nbreak", '"line\nbreak"'],
  ["plain", "plain"],
])("writes %j so that a spreadsheet does not run it", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

it("writes numbers and nothing as they are", () => {
  expect(csvCell(12)).toBe("12");
  expect(csvCell(null)).toBe("");
});
