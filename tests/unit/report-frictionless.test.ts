import { expect, it } from "vitest";
import { type Code, findingCodes } from "../../src/core/findings/codes";
import type { Finding } from "../../src/core/findings/finding";
import { checkReport, checkReportText } from "../../src/core/report/check-report";
import { frictionlessError } from "../../src/core/report/frictionless-error";
import { frictionlessReport, type ReportedRun } from "../../src/core/report/frictionless-report";
import { frictionlessType } from "../../src/core/report/frictionless-type";
import { notRunSentence } from "../../src/core/report/not-run-sentence";

const column = (name: string) => ({
  name,
  field: name,
  type: "string",
  empty: 0,
  fits: 1,
  minLength: 1,
  maxLength: 1,
  filled: 1,
  distinct: 1,
  isExact: true,
  grows: false,
  min: null,
  max: null,
  top: [],
  histogram: null,
});

const run: ReportedRun = {
  place: "in/Montants payés.csv",
  bytes: 120,
  sha256: "ab12",
  seconds: 0.5,
  rows: 4,
  kept: 2,
  counts: { error: 5, warning: 3, info: 0 },
  totals: [
    { code: "type-error", severity: "error", column: 2, field: "amount", count: 5 },
    { code: "blank-row", severity: "warning", column: 0, field: "", count: 3 },
  ],
  report: {
    columns: [column("id"), column("amount")],
    notRun: [{ check: "primary-key", reason: "no-column:key" }],
  },
};

const finding: Finding = {
  code: "type-error",
  severity: "error",
  row: 3,
  line: 4,
  byte: 17,
  column: 2,
  field: "amount",
  params: { value: "x", expected: "number" },
};
const blank: Finding = { ...finding, code: "blank-row", severity: "warning", column: null, field: null };
const kept = [
  { finding, cells: ["7", "x"] },
  { finding: blank, cells: ["", ""] },
];

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}
const reportOf = async (locale: "en" | "fr", findings = kept, of = run) =>
  JSON.parse(await textOf(frictionlessReport(of, findings, locale)));

it("a report has the members that frictionless-py requires, with exact totals", async () => {
  const report = await reportOf("en");
  expect(report).toMatchObject({
    valid: false,
    stats: { tasks: 1, errors: 5, warnings: 3, seconds: 0.5 },
    warnings: [],
    errors: [],
  });
  expect(report.tasks).toHaveLength(1);
  expect(report.tasks[0]).toMatchObject({
    name: "montants-payes",
    type: "table",
    valid: false,
    place: "in/Montants payés.csv",
    labels: ["id", "amount"],
    stats: { sha256: "ab12", bytes: 120, fields: 2, rows: 4, errors: 5, warnings: 3, seconds: 0.5 },
  });
});

it("an error says its cell, its row and what only we know; lighter findings are counted among the warnings", async () => {
  const [task] = (await reportOf("en")).tasks;
  expect(task.errors).toHaveLength(1);
  expect(task.errors[0]).toMatchObject({
    type: "type-error",
    title: "Wrong kind of value",
    tags: ["#table", "#row", "#cell"],
    cells: ["7", "x"],
    rowNumber: 3,
    cell: "x",
    fieldName: "amount",
    fieldNumber: 2,
    facnet: { code: "type-error", severity: "error", line: 4, byte: 17 },
  });
  for (const key of ["description", "message", "note"]) expect(task.errors[0][key]).toMatch(/\S/);
  expect(task.warnings).toEqual([
    "Not checked: the primary key (the column “key” is not in the file).",
    "Findings kept: 2 of 8. All are counted, the first of each code are kept.",
    "Blank row (blank-row): 3",
  ]);
});

it("speaks French to a French reader", async () => {
  const [task] = (await reportOf("fr")).tasks;
  expect(task.warnings[0]).toBe(
    "Non vérifié\u00a0: la clé primaire (la colonne «\u00a0key\u00a0» n’est pas dans le fichier).",
  );
  expect(task.warnings[1]).toMatch(/^Constats conservés\u00a0: 2 sur 8\./);
});

it("a file without errors is valid and has an empty list", async () => {
  const clean = { ...run, kept: 0, counts: { error: 0, warning: 0, info: 0 }, totals: [], report: null };
  expect(await reportOf("en", [], clean)).toMatchObject({
    valid: true,
    tasks: [{ valid: true, warnings: [], errors: [] }],
  });
});

it("the error of a label names the header, that of a rule the row", async () => {
  const label: Finding = { ...finding, code: "extra-label", row: 1, params: { label: "amount" } };
  const rule: Finding = { ...finding, code: "office-fee", params: { "@title": ["Fee", "Frais"] } };
  const findings = [
    { finding: label, cells: ["id", "amount"] },
    { finding: rule, cells: ["7", "x"] },
  ];
  const [task] = (await reportOf("fr", findings)).tasks;
  expect(task.errors[0]).toMatchObject({
    type: "extra-label",
    labels: ["id", "amount"],
    rowNumbers: [1],
    label: "amount",
    fieldNumber: 2,
  });
  expect(task.errors[1]).toMatchObject({ type: "row-constraint", title: "Frais", rowNumber: 3 });
});

it.each(Object.keys(findingCodes) as Code[])("%s has a Frictionless type", (code) => {
  expect(frictionlessType(code).type).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

it.each([
  [
    "no-table:codes",
    "the reference table codes is not at hand",
    "la table de référence codes n’est pas disponible",
  ],
  [
    "no-column:Code",
    "the column “Code” is not in the file",
    "la colonne «\u00a0Code\u00a0» n’est pas dans le fichier",
  ],
  ["time-limit", "it took longer than it may", "le temps permis est dépassé"],
  ["failed", "it could not be worked out", "elle n’a pas pu être évaluée"],
])("says in both languages why a rule did not run: %s", (reason, en, fr) => {
  const check = { check: "rule:cap", reason };
  expect(notRunSentence(check, "en")).toBe(`Not checked: the rule cap (${en}).`);
  expect(notRunSentence(check, "fr")).toBe(`Non vérifié\u00a0: la règle cap (${fr}).`);
});

const summary = {
  rows: 4,
  counts: run.counts,
  codes: { "type-error": 5, "blank-row": 3 },
  report: {
    encoding: "utf-8",
    encodingReason: "",
    badByte: null,
    delimiter: ";",
    quote: '"',
    lineEnding: "lf",
    header: true,
    titleLines: 0,
    rowsRefused: 0,
    records: 4,
    columns: [column("id")],
    notRun: [{ check: "primary-key", reason: "no-column:key" }],
  },
};

it("our own report has the money and the rows of a finding where there are any", () => {
  const about = { ...finding, impact: 64.8, affectedRows: [3, 5] };
  const told = checkReport(summary, [about, finding], 9).findings;
  expect(told[0]).toMatchObject({ impact: 64.8, affectedRows: [3, 5] });
  expect(Object.keys(told[1] ?? {})).not.toContain("impact");
  expect(frictionlessError(about, [], { labels: [], locale: "en" }).facnet).toMatchObject({ impact: 64.8 });
});

it("names a check or a reason that has no words yet", () => {
  expect(notRunSentence({ check: "tides", reason: "no-moon" }, "en")).toBe("Not checked: tides (no-moon).");
});

it("our own report is the same in one piece and in many", async () => {
  const stored = { ...finding, id: "12", cells: ["secret"] };
  async function* found() {
    yield stored;
    yield blank;
  }
  const streamed = await textOf(checkReportText(summary, found(), { bytes: 9, kept: 2 }));
  expect(JSON.parse(streamed)).toEqual(checkReport(summary, [finding, blank], 9));
  expect(JSON.parse(streamed)).toMatchObject({ kept: 2, total: 8, notRun: [{ check: "primary-key" }] });
});
