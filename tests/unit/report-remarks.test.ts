import { expect, it } from "vitest";
import { githubNotice } from "../../src/core/report/github-annotation";
import { reportRemarks } from "../../src/core/report/report-remarks";
import { sarifReport } from "../../src/core/report/sarif-report";

const run = {
  counts: { error: 996_400, warning: 12, info: 0 },
  kept: 10_000,
  report: {
    notRun: [
      { check: "rule:late-claim", reason: "faulty-cells", rows: 1 },
      { check: "rule:office-fee", reason: "failed-at-row:7" },
      { check: "rows-after-truncation", reason: "too-many-open-quotes" },
    ],
  },
};

it("says what was not checked, and how many findings are kept of how many", () => {
  expect(reportRemarks(run, "en")).toEqual([
    "Not checked: the rule late-claim (1 row left out for a faulty cell).",
    "Not checked: the rule office-fee (it could not be worked out at row 7).",
    "Not checked: the rows after the cut (too many quotation marks are never closed).",
    "Findings kept: 10,000 of 996,412. All are counted, the first of each code are kept.",
  ]);
  expect(reportRemarks(run, "fr").at(0)).toBe(
    "Non vérifié\u00a0: la règle late-claim (1 ligne laissée de côté pour une cellule fautive).",
  );
  expect(reportRemarks(run, "fr").at(-1)).toMatch(/^Constats conservés\u00a0: 10\s000 sur 996\s412\./);
});

it("has nothing to say of a run that checked and kept everything", () => {
  expect(reportRemarks({ ...run, kept: 996_412, report: { notRun: [] } }, "en")).toEqual([]);
  expect(reportRemarks({ ...run, kept: 996_412, report: null }, "fr")).toEqual([]);
});

it("a SARIF log has the remarks as notifications of its run", () => {
  const log = sarifReport([], { uri: "a.csv", version: "1.0.0", locale: "en", remarks: ["Not checked: x."] });
  expect(log.runs[0]?.invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: "note", message: { text: "Not checked: x." } }],
    },
  ]);
});

it("a workflow shows a remark as a notice on the file", () => {
  expect(githubNotice("50 % of\nit", "in:put,1.csv")).toBe("::notice file=in%3Aput%2C1.csv::50 %25 of%0Ait");
});
