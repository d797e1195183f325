import { expect, test } from "vitest";
import { faultsOf, validateClaims } from "./claims-under-test";

test.each([
  ["2026-08-17", {}],
  ["2026-08-16", { "late-claim": [[2]] }],
  ["2026-11-15", {}],
  ["2026-11-16", { "service-in-the-future": [[2]] }],
])("a service of %s, on 15 November", async (day, faults) => {
  expect(await faultsOf([{ day }])).toEqual(faults);
});

test.each([
  [3001, {}],
  [2999, {}],
  [3002, { reconciliation: [[2]] }],
  [2998, { reconciliation: [[2]] }],
  [0, {}],
])("%i cents paid where 3000 were billed", async (paid, faults) => {
  const { faults: found, kept } = await validateClaims([{ billed: 3000, paid }]);
  expect(found).toEqual(faults);
  expect(kept[0]?.finding.impact).toBe(kept.length > 0 ? 0.02 : undefined);
});

test("15802 requires 19957 in the same invoice", async () => {
  const visit = { code: "15802", invoice: "F-1" };
  const companion = { code: "19957", invoice: "F-1" };
  expect(await faultsOf([visit, companion])).toEqual({});
  expect(await faultsOf([companion, visit])).toEqual({});
  expect(await faultsOf([visit])).toEqual({ "companion-code": [[2]] });
  expect(await faultsOf([companion])).toEqual({});
  const { faults, kept } = await validateClaims([visit, { ...companion, invoice: "F-2" }]);
  expect(faults).toEqual({ "companion-code": [[2]] });
  expect(kept[0]?.finding).toMatchObject({ impact: 30, params: { Facture: "F-1" } });
});

test("rows with a faulty cell are left out by the rules that read it, and counted", async () => {
  const { codes, report } = await validateClaims([
    { cells: { "Date de Service": "2026-13-01" }, code: "15802" },
    { cells: { "Montant payé": "abc" } },
    { cells: { Patient: "trem 0412 1925" }, code: "98101" },
    {},
  ]);
  expect(codes).toEqual({ "type-error": 2, "format-error": 1, "companion-code": 1 });
  const left = new Map(report.notRun.map(({ check, rows }) => [check, rows]));
  expect(left.get("rule:late-claim")).toBe(1);
  expect(left.get("rule:reconciliation")).toBe(1);
  expect(left.get("rule:annual-code-paid-twice")).toBe(1);
  expect(left.has("rule:companion-code")).toBe(false);
});

test("a code must be in the list and in force on the day", async () => {
  const { kept } = await validateClaims([
    { code: "98999" },
    { code: "98902" },
    { code: "8857" },
    { code: "08857" },
  ]);
  expect(
    kept.map(({ finding }) => [finding.code, finding.row, finding.severity, finding.params.found]),
  ).toEqual([
    ["code-in-list", 2, "info", "none"],
    ["code-in-list", 3, "info", "inactive"],
  ]);
});

test.each([
  ["98001", "55123", 4210, {}],
  ["98001", "0123X", 3855, {}],
  ["98001", "55123", 3855, { tariff: [[2]] }],
  ["98001", "0123X", 4210, { tariff: [[2]] }],
  ["98001", "55123", 4211, {}],
  ["98001", "55123", 4212, { tariff: [[2]] }],
  ["98002", "55123", 2765, {}],
  ["98003", "55123", 3000, { tariff: [[2]] }],
])("%s at place %s for %i cents", async (code, place, billed, faults) => {
  expect(await faultsOf([{ code, place, billed }])).toEqual(faults);
});

test("the last day in force is in force, and an earlier tariff holds for its days", async () => {
  expect(await faultsOf([{ code: "98003", billed: 3000, day: "2026-09-30" }])).toEqual({});
  expect(await faultsOf([{ code: "98003", billed: 3000, day: "2026-10-01" }])).toEqual({ tariff: [[2]] });
  const old = { code: "98001", billed: 3700, place: "0123X" };
  expect(await faultsOf([{ ...old, day: "2025-12-31" }])).toEqual({ "late-claim": [[2]] });
  expect(await faultsOf([{ ...old, day: "2026-01-01" }])).toEqual({ "late-claim": [[2]], tariff: [[2]] });
});
