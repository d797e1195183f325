import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

const fields = [
  { name: "doctor" },
  { name: "day", type: "date" },
  { name: "code" },
  { name: "amount", type: "number", decimalChar: "," },
  { name: "start", type: "time", format: "%H:%M" },
  { name: "end", type: "time", format: "%H:%M" },
];
const message = { en: "{doctor}: {total}", fr: "{doctor} : {total}" };
const header = "doctor;day;code;amount;start;end";

async function check(rule: object, rows: string[], more: object = {}, options: object = {}) {
  const ruleset = parseRuleset({
    id: "r",
    title: "R",
    dialect: { delimiter: ";" },
    schema: { fields },
    rules: [{ id: "a-rule", kind: "group", message, ...rule }],
    ...more,
  });
  return checkBytes(Buffer.from(`${[header, ...rows, ""].join("\n")}`), { ruleset, ...options });
}

const total = { by: ["doctor", "day"], measures: { total: { sum: "amount" } }, check: "total <= 64.8" };

test("a group is at fault as a whole, once, on its first row, with its rows and its exact sum", async () => {
  const { findings, summary } = await check(total, [
    "A;2026-01-01;1;32,4;;",
    "B;2026-01-01;1;32,4;;",
    "A;2026-01-01;1;32,4;;",
    "A;2026-01-01;1;0,01;;",
    "A;2026-01-02;1;64,8;;",
  ]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    code: "a-rule",
    row: 2,
    field: "doctor",
    params: { doctor: "A", day: "2026-01-01", total: 64.81, rows: 3, "@by": ["doctor", "day"] },
  });
  expect(summary.errorRows).toBe(3);
  expect(summary.codes).toEqual({ "a-rule": 1 });
});

test("where, mark and a measure's own where choose their rows, and impact is added up to the cent", async () => {
  const { findings, summary } = await check(
    {
      by: ["doctor"],
      where: "code != 'x'",
      measures: {
        fees: { sum: "amount", where: "code == 'fee'" },
        visits: { count: true, where: "code == 'visit'" },
      },
      when: "fees > 0.0",
      check: "visits >= 2",
      mark: "code == 'fee'",
      impact: "fees",
      message: { en: "{fees}" },
    },
    [
      "A;2026-01-01;visit;1;;",
      "A;2026-01-01;fee;32,4;;",
      "A;2026-01-01;x;9;;",
      "B;2026-01-01;fee;0,1;;",
      "C;2026-01-01;visit;1;;",
    ],
  );
  expect(
    findings.map(({ row, params, impact }) => [row, params.fees, params.visits, params.rows, impact]),
  ).toEqual([
    [3, 32.4, 1, 1, 32.4],
    [5, 0.1, 0, 1, 0.1],
  ]);
  expect(summary.totals).toEqual([
    { code: "a-rule", severity: "error", column: 1, field: "doctor", count: 2, impact: 32.5 },
  ]);
});

test("a row without a by value is in no group, and one with a faulty cell is left out and counted", async () => {
  const { findings, summary } = await check(total, [
    "A;2026-01-01;1;60;;",
    "A;2026-01-01;1;6x;;",
    ";2026-01-01;1;99;;",
    "A;2026-13-01;1;99;;",
    "A;2026-01-01;1;;;",
  ]);
  expect(findings.filter(({ code }) => code === "a-rule")).toEqual([]);
  expect(summary.report.notRun).toEqual([{ check: "rule:a-rule", reason: "faulty-cells", rows: 2 }]);
});

test("an empty by is one group of all rows", async () => {
  const rule = {
    by: [],
    measures: { total: { sum: "amount" }, kinds: { distinct: "code" } },
    check: "total < 3.0 && kinds == 1",
  };
  const { findings } = await check(rule, ["A;;1;1;;", "B;;2;2;;"]);
  expect(findings.map(({ row, params }) => [row, params.total, params.kinds, params.rows])).toEqual([
    [2, 3, 2, 2],
  ]);
});

test("a sequence compares each row with the one before it in its group, and measures look at all before", async () => {
  const rule = {
    kind: "sequence",
    by: ["doctor", "day"],
    where: "present(start)",
    orderBy: ["start"],
    measures: { latest: { max: "end" } },
    check: "row.start >= latest",
    message: { en: "{start} before {latest}" },
  };
  const { findings, summary } = await check(rule, [
    "A;2026-01-01;1;;11:00;11:30",
    "A;2026-01-01;1;;09:00;12:00",
    "A;2026-01-01;1;;10:00;10:30",
    "A;2026-01-01;1;;12:00;13:00",
    "B;2026-01-01;1;;10:00;10:30",
  ]);
  expect(findings.map(({ row, params }) => [row, params.start, params.latest, params.prev])).toEqual([
    [2, "11:00", "12:00", 4],
    [4, "10:00", "12:00", 3],
  ]);
  expect(summary.errorRows).toBe(2);
});

test("a check that cannot be worked out is one rule-error, and other rules go on", async () => {
  const { summary } = await check(
    { ...total, id: "bad", check: "1 / (rows - rows) > 0" },
    ["A;2026-01-01;1;99;;", "B;2026-01-01;1;99;;"],
    {
      rules: [
        { id: "bad", kind: "group", message, ...total, check: "1 / (rows - rows) > 0" },
        { id: "good", kind: "group", message, ...total },
      ],
    },
  );
  expect(summary.codes).toEqual({ "rule-error": 1, good: 2 });
  expect(summary.report.notRun).toEqual([{ check: "rule:bad", reason: "failed" }]);
});

test("derived values are read like fields, whatever signs they hold", async () => {
  const { findings } = await check(
    { by: ["who"], measures: { n: { count: true } }, check: "n < 2", message: { en: "{who}" } },
    ["A;2026-01-01;1;;;", "a;2026-01-01;1;;;", "B\\t;2026-01-01;1;;;", "b\\T;2026-01-01;1;;;"],
    { derive: { who: "doctor.lowerAscii()" } },
  );
  expect(findings.map(({ row, params }) => [row, params.who])).toEqual([
    [2, "a"],
    [4, "b\\t"],
  ]);
});

test("more groups at fault than are kept are counted, in the order of the file, with all of their money", async () => {
  const rows = Array.from({ length: 400 }, (_, i) => `D${(i * 7) % 200};2026-01-01;1;0,1;;`);
  const { findings, summary } = await check(
    {
      by: ["doctor"],
      measures: { n: { count: true } },
      check: "n < 2",
      impact: "0.1",
      message: { en: "{n}" },
    },
    rows,
    {},
    { keptPerCode: 10, bytes: 200 << 20 },
  );
  expect(findings.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(summary.totals).toMatchObject([{ code: "a-rule", count: 200, impact: 20 }]);
  expect(summary.errorRows).toBe(400);
});

test("a rule that takes longer than it may is stopped and told, and the others go on", async () => {
  const { summary } = await check(total, ["A;2026-01-01;1;99;;"], {}, { ruleSeconds: 0 });
  expect(summary.codes).toEqual({ "rule-error": 1 });
  expect(summary.report.notRun).toEqual([{ check: "rule:a-rule", reason: "time-limit" }]);
});

test("a finding shows the cells of the rows that it is about, and whose it is and of which day", async () => {
  const { kept } = await check(total, ["A;2026-01-01;1;60;;", "B;;1;0;;", "A;2026-01-01;1;50;;"], {
    overview: { by: "doctor", day: "day" },
  });
  expect(kept).toMatchObject([
    {
      affectedRows: [2, 4],
      cells: ["A", "2026-01-01", "1", "60", "", ""],
      others: [{ row: 4, cells: ["A", "2026-01-01", "1", "50", "", ""] }],
      overview: { subject: "A", day: "2026-01-01" },
    },
  ]);
});

test("derived values may stand in any order, as a store keeps the keys of a document, but not read themselves", async () => {
  const derive = { long_name: "who + '!'", who: "doctor.lowerAscii()" };
  const rule = {
    by: ["long_name"],
    measures: { n: { count: true } },
    check: "n < 2",
    message: { en: "{long_name}" },
  };
  for (const entries of [Object.entries(derive), Object.entries(derive).toReversed()]) {
    const { findings } = await check(rule, ["A;;1;;;", "a;;1;;;"], { derive: Object.fromEntries(entries) });
    expect(findings.map(({ params }) => params.long_name)).toEqual(["a!"]);
  }
  await expect(check(rule, [], { derive: { long_name: "b", b: "long_name" } })).rejects.toThrow(
    "derive.long_name: is derived from itself; derive.b: is derived from itself",
  );
});

test.each(["parse", "insert"])(
  "a run that is cancelled in the stage %s stops with the reason, whatever is staged",
  async (stage) => {
    const stop = new AbortController();
    const reason = new Error("cancelled by a person");
    const rows = Array.from({ length: 2000 }, (_, i) => `D${i};2026-01-01;1;99;;`);
    const checked = check(
      total,
      rows,
      {},
      {
        signal: stop.signal,
        bytes: 200 << 20,
        onProgress: (progress: { stage: string }) => {
          if (progress.stage === stage) stop.abort(reason);
        },
      },
    );
    await expect(checked).rejects.toBe(reason);
  },
);
