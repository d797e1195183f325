import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { renderFinding } from "../../src/core/findings/render-finding";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { type KeptFinding, validateFile } from "../../src/core/validate-file";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "rules-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const fields = [
  { name: "code" },
  { name: "units", type: "integer" },
  { name: "paid", type: "number", decimalChar: "," },
  { name: "expected", type: "number", decimalChar: "," },
  { name: "start", type: "time", format: "%H:%M", missingValues: ["", "00:00"] },
  { name: "end", type: "time", format: "%H:%M", missingValues: ["", "00:00"] },
  { name: "day", type: "date", format: "%d/%m/%Y" },
];
const message = { en: "Not {paid} but {expected}.", fr: "Non pas {paid}, mais {expected}." };

async function run(rules: object[], rows: string[], more: { keptPerCode?: number; header?: string } = {}) {
  const path = join(dir, "input.csv");
  const { header = fields.map(({ name }) => name).join(";"), keptPerCode = 100 } = more;
  const content = `${[header, ...rows].join("\n")}\n`;
  await writeFile(path, content);
  const kept: KeptFinding[] = [];
  const { codes, counts, report, errorRows, totals } = await validateFile({
    path,
    bytes: Buffer.byteLength(content),
    ruleset: parseRuleset({
      id: "r",
      title: "R",
      dialect: { delimiter: ";" },
      schema: { fields },
      rules: rules.map((rule) => ({ id: "a-rule", kind: "row", message, ...rule })),
    }),
    scratchDir: dir,
    keptPerCode,
    stagingMemoryMb: 64,
    referenceDate: "2026-11-15",
    onProgress() {},
    onFindings: (batch) => {
      kept.push(...batch);
    },
  });
  return { codes, counts, report, errorRows, totals, kept, rows: kept.map(({ finding }) => finding.row) };
}

test("check is asked only where when is true, and a finding names the first of its columns", async () => {
  const { kept, codes, totals } = await run(
    [{ when: "code in ['A', 'B']", check: "units > 0", columns: ["paid", "expected"] }],
    ["A;1;;;;;", "B;0;1,5;2;;;", "C;0;;;;;", "A;-3;;;;;"],
  );
  expect(codes).toEqual({ "a-rule": 2 });
  expect(kept[0]).toMatchObject({
    finding: {
      row: 3,
      column: 3,
      field: "paid",
      severity: "error",
      params: { units: "0", code: "B", paid: "1,5" },
    },
    cells: ["B", "0", "1,5", "2", "", "", ""],
  });
  expect(totals).toEqual([{ code: "a-rule", severity: "error", column: 3, field: "paid", count: 2 }]);
});

test("a rule says nothing of a row on which a cell that it reads is missing, unless it asks for the cell", async () => {
  const rows = ["A;;;;08:00;00:00;", "A;;;;08:00;09:00;", "A;;;;09:00;08:00;", "A;;;;;08:00;"];
  expect((await run([{ check: "start < end" }], rows)).rows).toEqual([4]);
  expect((await run([{ check: "present(start) && start < end" }], rows)).rows).toEqual([4, 5]);
  expect((await run([{ check: "present(end)" }], rows)).rows).toEqual([2]);
});

test("a missing cell that is read outside its guard leaves the row unjudged, and is no error", async () => {
  const { codes } = await run([{ check: "present(end) || start < end" }], ["A;;;;08:00;;", "A;;;;;09:00;"]);
  expect(codes).toEqual({});
});

test("rows with a faulty cell are left out by the rules that read it, and counted", async () => {
  const { codes, report } = await run(
    [
      { id: "money", check: "paid <= expected" },
      { id: "letters", check: "code != 'X'" },
    ],
    ["X;1;y;3;;;", "A;1;5;3;;;", "A;1;2;x;;;", `${"A".repeat(1001)};1;;;;;`],
  );
  expect(codes).toEqual({ "type-error": 2, money: 1, letters: 1 });
  expect(report.notRun).toEqual([
    { check: "rule:money", reason: "faulty-cells", rows: 2 },
    { check: "rule:letters", reason: "faulty-cells", rows: 1 },
  ]);
});

test("amounts are compared to the cent, dates in days, times as durations, and whole numbers exactly", async () => {
  const cents = await run(
    [{ check: "round(abs(paid - expected), 2) <= 0.01" }],
    ["A;;30,41;30,4;;;", "A;;30,42;30,4;;;"],
  );
  expect(cents.rows).toEqual([3]);
  const late = await run(
    [{ check: "referenceDate - day <= days(90)" }],
    ["A;;;;;;17/08/2026", "A;;;;;;16/08/2026"],
  );
  expect(late.rows).toEqual([3]);
  const short = await run(
    [{ check: "end - start >= duration('25m')" }],
    ["A;;;;08:00;08:25;", "A;;;;08:00;08:24;"],
  );
  expect(short.rows).toEqual([3]);
  const exact = await run(
    [{ check: "units == 9007199254740993" }],
    ["A;9007199254740993;;;;;", "A;9007199254740992;;;;;"],
  );
  expect(exact.rows).toEqual([3]);
});

test("a list is a list of its items' type", async () => {
  const path = join(dir, "lists.csv");
  const content = "tags;numbers\nCLSC,ICEP;1,2\nICEP;3\nCLSC;4,x\n;2\n";
  await writeFile(path, content);
  const { codes, report } = await validateFile({
    path,
    bytes: Buffer.byteLength(content),
    ruleset: parseRuleset({
      id: "r",
      title: "R",
      schema: {
        missingValues: ["-"],
        fields: [
          { name: "tags", type: "list" },
          { name: "numbers", type: "list", itemType: "integer" },
        ],
      },
      rules: [
        { id: "clsc", kind: "row", message, check: "'CLSC' in tags" },
        { id: "small", kind: "row", message, check: "numbers.all(n, n < 3)" },
      ].map((rule) => ({ ...rule, message: { en: "No." } })),
    }),
    scratchDir: dir,
    keptPerCode: 100,
    stagingMemoryMb: 64,
    onProgress() {},
    onFindings() {},
  });
  expect(codes).toMatchObject({ clsc: 2, small: 1, "type-error": 1 });
  expect(report.notRun).toEqual([{ check: "rule:small", reason: "faulty-cells", rows: 1 }]);
});

test("a rule that fails is one finding against the ruleset, and the other rules go on", async () => {
  const { codes, kept, report, errorRows } = await run(
    [
      { id: "divides", check: "10 / units > 1" },
      { id: "small", check: "units < 5" },
    ],
    ["A;20;;;;;", "A;0;;;;;", "A;20;;;;;"],
  );
  expect(codes).toEqual({ divides: 1, "rule-error": 1, small: 2 });
  expect(report.notRun).toEqual([{ check: "rule:divides", reason: "failed-at-row:3" }]);
  expect(kept.find(({ finding }) => finding.code === "rule-error")?.finding.params).toMatchObject({
    rule: "divides",
    reason: "division by zero",
  });
  expect(errorRows).toBe(2);
});

test("a rule whose column the file lacks, or whose time has passed, is listed as not run", async () => {
  const { codes, report } = await run(
    [
      { id: "no-day", check: "present(day)" },
      { id: "past", check: "units > 9", effective: { to: "2026-11-14" } },
      { id: "to-come", check: "units > 9", effective: { from: "2026-11-16" } },
      { id: "now", check: "units > 9", effective: { from: "2026-11-15", to: "2026-11-15" } },
    ],
    ["A;1;;;;"],
    { header: "code;units;paid;expected;start;end" },
  );
  expect(codes).toEqual({ "missing-label": 1, now: 1 });
  expect(report.notRun).toEqual([
    { check: "rule:no-day", reason: "no-column:day" },
    { check: "rule:past", reason: "not-in-effect" },
    { check: "rule:to-come", reason: "not-in-effect" },
  ]);
});

test("the severity is the rule's own unless the ruleset says otherwise, and counts are exact past the cap", async () => {
  const rows = Array.from({ length: 50 }, () => "A;1;;;;;");
  const { kept, counts, errorRows } = await run([{ check: "units > 9", severity: "warning" }], rows, {
    keptPerCode: 3,
  });
  expect(kept).toHaveLength(3);
  expect(counts).toEqual({ error: 0, warning: 50, info: 0 });
  expect(errorRows).toBe(0);
});

test("a finding tells the rule's own sentences in the reader's language, from its params alone", async () => {
  const { kept } = await run(
    [{ check: "paid <= expected", title: { fr: "Trop payé" }, solution: { en: "Pay {expected} {code}." } }],
    ["A;1;5,5;3;;;", ";1;5,5;3;;;"],
  );
  const [first, second] = JSON.parse(JSON.stringify(kept.map(({ finding }) => finding)));
  expect(renderFinding(first, "en")).toEqual({
    title: "Trop payé",
    message: "Not 5,5 but 3.",
    remedy: "Pay 3 A.",
  });
  expect(renderFinding(first, "fr").message).toBe("Non pas 5,5, mais 3.");
  expect(renderFinding(second, "fr").remedy).toBe("Pay 3 –.");
});
