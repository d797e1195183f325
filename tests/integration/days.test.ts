import { describe, expect, it } from "vitest";
import { parseRuleset } from "@/core/schema/ruleset";
import type { FindingTotal, KeptFinding } from "@/core/validate-file";
import { claimRun } from "@/db/claim-run";
import { copyFindings } from "@/db/copy-findings";
import { finishRun } from "@/db/finish-run";
import { insertRun } from "@/db/insert-run";
import { listTotals } from "@/db/list-totals";
import { saveRuleset } from "@/db/save-ruleset";
import { exportFindings } from "@/services/export-findings";
import { getRun } from "@/services/get-run";
import { listAffectedRows } from "@/services/list-affected-rows";
import { listDays } from "@/services/list-days";
import { listFindings } from "@/services/list-findings";
import { kept, makeFile, makeRun, owner, stranger, summaryOf } from "./make-run";

const ctx = { actor: { ownerId: owner, name: "test" } };
const foreign = { actor: { ownerId: stranger, name: "test" } };
const doctor = 'Dr Côté\t"A"';

const ruleset = parseRuleset({
  id: "days",
  title: "Days",
  currency: "CAD",
  overview: { by: "Doctor", day: "Date" },
  schema: {
    fields: [
      { name: "Doctor", type: "string" },
      { name: "Date", type: "date" },
    ],
  },
});

function of(subject: string, day: string | null, change: Partial<KeptFinding["finding"]> = {}): KeptFinding {
  return { ...kept({ code: "cap", params: {}, ...change }), overview: { subject, day } };
}

async function claimedRun(): Promise<{ runId: string; claim: string }> {
  const saved = await saveRuleset({ ownerId: owner, ruleset });
  const file = await makeFile();
  const { runId } = await insertRun({
    ownerId: owner,
    createdBy: "test",
    fileId: file.id,
    rulesetId: ruleset.id,
    rulesetVersion: saved.version,
  });
  const claimed = await claimRun({ runId, attempt: 1 });
  if (!claimed) throw new Error("the run was not claimed");
  return { runId, claim: claimed.claim };
}

const batch: KeptFinding[] = [
  of(doctor, "2026-03-02", { impact: 64.8, row: 5 }),
  of(doctor, "2026-03-02", { impact: 0.1, row: 6, severity: "warning", code: "late" }),
  of(doctor, "2026-03-02", { impact: 32.4, row: 7, severity: "info", code: "missed" }),
  of(doctor, "2025-12-31", { row: 8 }),
  of("Dr B", null, { impact: 500, row: 9 }),
  kept({ code: "type-error", row: 10 }),
];

describe("findings of a subject and day", () => {
  it("are gathered by both, exactly, with the money of errors apart from what was missed", async () => {
    const { runId, claim } = await claimedRun();
    await copyFindings({ runId, claim, findings: batch });
    const days = await listDays({ ctx, input: { runId } });
    expect(days).toMatchObject({ by: "Doctor", day: "Date", currency: "CAD", keptOnly: false });
    expect(days.subjects.map(({ subject }) => subject)).toEqual(["Dr B", doctor]);
    expect(days.subjects[0]?.days).toEqual([
      { day: null, counts: { error: 1, warning: 0, info: 0 }, atStake: 500, missed: null },
    ]);
    expect(days.subjects[1]).toMatchObject({
      counts: { error: 2, warning: 1, info: 1 },
      atStake: 64.9,
      missed: 32.4,
      days: [
        { day: "2025-12-31", counts: { error: 1, warning: 0, info: 0 }, atStake: null, missed: null },
        { day: "2026-03-02", counts: { error: 1, warning: 1, info: 1 }, atStake: 64.9, missed: 32.4 },
      ],
    });
    expect(await getRun({ ctx, input: { runId } })).toMatchObject({
      currency: "CAD",
      overview: { by: "Doctor", day: "Date", found: true },
    });
  });

  it("are found by the key of the subject and by the day, and by no key of another run", async () => {
    const { runId, claim } = await claimedRun();
    await copyFindings({ runId, claim, findings: batch });
    const { subjects } = await listDays({ ctx, input: { runId } });
    const key = (name: string) => subjects.find(({ subject }) => subject === name)?.key ?? "";
    const rows = async (filter: { subject?: string; day?: string }) =>
      (await listFindings({ ctx, input: { runId, limit: 50, ...filter } })).items.map(({ row }) => row);
    expect(await rows({ subject: key(doctor) })).toEqual([5, 6, 7, 8]);
    expect(await rows({ subject: key(doctor), day: "2026-03-02" })).toEqual([5, 6, 7]);
    expect(await rows({ subject: key("Dr B"), day: "none" })).toEqual([9]);
    expect(await rows({ day: "2026-03-03" })).toEqual([]);
    const exported = await exportFindings({ ctx, input: { runId, subject: key(doctor), day: "2025-12-31" } });
    const exportedRows: unknown[] = [];
    for await (const { row } of exported) exportedRows.push(row);
    expect(exportedRows).toEqual([8]);
    const other = await claimedRun();
    await copyFindings({ ...other, findings: batch });
    const unknown = expect.objectContaining({ code: "not-found" });
    for (const subject of [key(doctor), "Dr B"])
      await expect(listFindings({ ctx, input: { runId: other.runId, limit: 5, subject } })).rejects.toEqual(
        unknown,
      );
  });

  it("say that they are the kept ones alone when their code was counted further", async () => {
    const { runId, claim } = await claimedRun();
    await copyFindings({ runId, claim, findings: batch });
    const totals: FindingTotal[] = [
      { code: "cap", severity: "error", column: 1, field: "age", count: 900, impact: 123_456_789_012.34 },
      { code: "type-error", severity: "error", column: 1, field: "age", count: 1 },
    ];
    const summary = { ...summaryOf(totals), codes: { cap: 900, late: 1, missed: 1, "type-error": 1 } };
    expect(await finishRun({ runId, claim, summary })).not.toBeNull();
    expect((await listDays({ ctx, input: { runId } })).keptOnly).toBe(true);
    expect((await listTotals({ ownerId: owner, runId })).map(({ impact }) => impact)).toEqual([
      123_456_789_012.34,
      null,
    ]);
  });

  it("are not to be had of a run whose ruleset gathers none, nor of another owner's", async () => {
    const { runId } = await makeRun();
    await expect(listDays({ ctx, input: { runId } })).rejects.toMatchObject({ code: "conflict" });
    expect((await getRun({ ctx, input: { runId } })).overview).toBeNull();
    const { runId: own } = await claimedRun();
    await expect(listDays({ ctx: foreign, input: { runId: own } })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await getRun({ ctx, input: { runId: own } })).overview?.found).toBe(false);
  });

  it("keep a day and an amount that no column could hold out of the way of the others", async () => {
    const { runId, claim } = await claimedRun();
    const odd = ["0000-01-01", "2026-02-30", "+12026-01-01", ""].map((day, at) =>
      of("Dr C", day, { row: at + 2 }),
    );
    const findings = [...odd, of("Dr C", "2026-02-28", { row: 9, impact: 1e300 })];
    expect(await copyFindings({ runId, claim, findings })).toBe(true);
    const { items } = await listFindings({ ctx, input: { runId, limit: 50 } });
    expect(items.map(({ day }) => day)).toEqual([null, null, null, null, "2026-02-28"]);
    expect(items.every(({ impact }) => impact === undefined)).toBe(true);
  });
});

describe("a finding about several rows", () => {
  it("gives their numbers, and the cells of those that came with it or with others", async () => {
    const { runId, claim } = await claimedRun();
    const finding: KeptFinding = {
      ...of(doctor, "2026-03-02", { row: 3 }),
      affectedRows: [3, 4, 7, 9],
      others: [
        { row: 4, cells: ["four", "x"] },
        { row: 7, cells: ["seven", "x"] },
      ],
    };
    await copyFindings({ runId, claim, findings: [finding, { ...finding, affectedRows: [3, 4] }] });
    const [first] = (await listFindings({ ctx, input: { runId, limit: 1 } })).items;
    const input = { runId, findingId: first?.id ?? "" };
    expect(await listAffectedRows({ ctx, input })).toEqual([
      { row: 3, cells: ["abc", "x"] },
      { row: 4, cells: ["four", "x"] },
      { row: 7, cells: ["seven", "x"] },
      { row: 9, cells: null },
    ]);
    const unknown = expect.objectContaining({ code: "not-found" });
    await expect(listAffectedRows({ ctx: foreign, input })).rejects.toEqual(unknown);
    await expect(listAffectedRows({ ctx, input: { runId, findingId: "x" } })).rejects.toEqual(unknown);
  });
});
