import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { beat } from "@/db/beat";
import { claimRun } from "@/db/claim-run";
import { copyFindings } from "@/db/copy-findings";
import { countWorkers } from "@/db/count-workers";
import { failRun } from "@/db/fail-run";
import { findFile } from "@/db/find-file";
import { findRuleset } from "@/db/find-ruleset";
import { findRun } from "@/db/find-run";
import { forgetWorker } from "@/db/forget-worker";
import { insertFile } from "@/db/insert-file";
import { insertRun } from "@/db/insert-run";
import { listFilesToSweep } from "@/db/list-files-to-sweep";
import { type FindingsQuery, listFindings } from "@/db/list-findings";
import { listRulesets } from "@/db/list-rulesets";
import { listRuns } from "@/db/list-runs";
import { listUnfinishedRuns } from "@/db/list-unfinished-runs";
import { markFileRemoved } from "@/db/mark-file-removed";
import { queuePosition } from "@/db/queue-position";
import { saveRuleset } from "@/db/save-ruleset";
import { setFileDeadline } from "@/db/set-file-deadline";
import { kept, makeFile, makeRun, owner, stranger } from "./make-run";

const invalid = expect.objectContaining({ code: "invalid-input" });

async function claimOf(runId: string): Promise<string> {
  const claimed = await claimRun({ runId, attempt: 1 });
  if (!claimed) throw new Error("the run was not claimed");
  return claimed.claim;
}

describe("runs", () => {
  it("come newest first in pages that neither repeat nor miss one", async () => {
    const ownerId = randomUUID();
    const made = await Promise.all(Array.from({ length: 7 }, () => makeRun(ownerId)));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRuns({ ownerId, limit: 3, cursor });
      seen.push(...page.items.map((run) => run.runId));
      await makeRun(ownerId);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(made.map((run) => run.runId).toSorted());
  });

  it("are found by status, and by a part of the name in which % is only a sign", async () => {
    const ownerId = randomUUID();
    const run = await makeRun(ownerId);
    expect((await listRuns({ ownerId, limit: 5, search: "CLAIMS" })).items).toHaveLength(1);
    expect((await listRuns({ ownerId, limit: 5, search: "c%s" })).items).toEqual([]);
    expect((await listRuns({ ownerId, limit: 5, search: "\0" })).items).toEqual([]);
    expect((await listRuns({ ownerId, limit: 5, status: "queued" })).items).toEqual([run]);
    expect((await listRuns({ ownerId, limit: 5, status: "failed" })).items).toEqual([]);
    expect((await listRuns({ ownerId: stranger, limit: 5 })).items).toEqual([]);
  });

  it("refuse a cursor that no page gave", async () => {
    for (const cursor of ["x", "1", "2026-01-01T00:00:00.000Z_x", "' OR 1=1"])
      await expect(listRuns({ ownerId: owner, limit: 3, cursor })).rejects.toEqual(invalid);
  });

  it("have a place in the queue by priority, then by time", async () => {
    const { id: fileId } = await makeFile();
    const later = await insertRun({ ownerId: owner, createdBy: "test", fileId, priority: "low" });
    const sooner = await insertRun({
      ownerId: owner,
      createdBy: "test",
      fileId,
      priority: "high",
      options: { header: true },
    });
    const order = (await listUnfinishedRuns()).filter((run) => run.status === "queued");
    expect(await queuePosition(sooner.runId)).toBe(order.findIndex((r) => r.runId === sooner.runId) + 1);
    expect(await queuePosition(later.runId)).toBe(order.findIndex((r) => r.runId === later.runId) + 1);
    expect(order[0]?.runId).toBe(sooner.runId);
    await claimOf(sooner.runId);
    expect(await queuePosition(sooner.runId)).toBeNull();
    expect(await listUnfinishedRuns({ fileId })).toHaveLength(2);
  });
});

describe("findings", () => {
  const awkward = [
    "tab\there",
    'quo"te',
    "back\\slash\\n",
    "line\nbreak\r\n",
    "nul\0byte",
    "é😀",
    "",
    "\\N",
    "{a,b}",
  ];

  it("keep tabs, quotes, line breaks, emoji; a NUL and half an emoji become visible signs", async () => {
    const { runId } = await makeRun();
    const claim = await claimOf(runId);
    const params = { value: awkward.join("|"), list: awkward, half: "😀".slice(0, 1), none: null, n: 1.5 };
    const batch = [{ ...kept({ params, field: 'a\t"b\0' }, awkward), affectedRows: [2, 9_000_000_000] }];
    expect(await copyFindings({ runId, claim, findings: batch })).toBe(true);
    const [found] = (await listFindings({ ownerId: owner, runId, limit: 10 })).items;
    const visible = awkward.map((text) => text.replace("\0", "␀"));
    expect(found?.cells).toEqual(visible);
    expect(found?.params).toEqual({ ...params, value: visible.join("|"), list: visible, half: "\ufffd" });
    expect(found).toMatchObject({ field: 'a\t"b␀', row: 2, affectedRows: [2, 9_000_000_000] });
  });

  it("share the text of a row, within a batch and across batches", async () => {
    const { runId } = await makeRun();
    const claim = await claimOf(runId);
    await copyFindings({ runId, claim, findings: [kept({ column: 1 }), kept({ column: 2 })] });
    await copyFindings({ runId, claim, findings: [kept({ column: 3 }), kept({ row: 3 }, ["other"])] });
    const { items } = await listFindings({ ownerId: owner, runId, limit: 10 });
    expect(items.map((item) => item.cells?.[0])).toEqual(["abc", "abc", "abc", "other"]);
  });

  it("on no row have no cells", async () => {
    const { runId } = await makeRun();
    const claim = await claimOf(runId);
    const nowhere = { row: null, line: null, byte: null, column: null, field: null };
    await copyFindings({ runId, claim, findings: [kept({ ...nowhere, code: "empty-file" }, null)] });
    const { items } = await listFindings({ ownerId: owner, runId, limit: 10 });
    expect(items).toMatchObject([{ ...nowhere, cells: null, affectedRows: [] }]);
  });

  it("are all or none of a batch", async () => {
    const { runId } = await makeRun();
    const claim = await claimOf(runId);
    const bad = kept({ row: Number.NaN });
    await expect(copyFindings({ runId, claim, findings: [kept(), bad] })).rejects.toThrow();
    expect((await listFindings({ ownerId: owner, runId, limit: 10 })).items).toEqual([]);
    expect(await copyFindings({ runId, claim, findings: [kept()] })).toBe(true);
  });

  it("come in pages by filter, and the id of the last one seen is a cursor", async () => {
    const { runId } = await makeRun();
    const claim = await claimOf(runId);
    const severities = ["error", "warning", "info"] as const;
    const findings = Array.from({ length: 9 }, (_, at) =>
      kept({ row: at + 2, severity: severities[at % 3] ?? "info", code: at < 6 ? "enum" : "pattern" }),
    );
    await copyFindings({ runId, claim, findings });
    const ask = (query: Partial<FindingsQuery>) =>
      listFindings({ ownerId: owner, runId, limit: 4, ...query });
    const first = await ask({});
    const second = await ask({ cursor: first.items.at(-1)?.id });
    const third = await ask({ cursor: second.nextCursor ?? "" });
    const rows = [first, second, third].flatMap((page) => page.items.map((item) => item.row));
    expect(rows).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(third.nextCursor).toBeNull();
    expect((await ask({ code: "pattern" })).items).toHaveLength(3);
    expect((await ask({ severity: "warning", code: "enum" })).items).toHaveLength(2);
    expect((await ask({ row: 5 })).items).toMatchObject([{ row: 5 }]);
    expect((await ask({ field: "nobody\0" })).items).toEqual([]);
    await expect(ask({ cursor: "1 OR 1" })).rejects.toEqual(invalid);
  });
});

describe("files", () => {
  const soon = () => new Date(Date.now() + 1000);

  it("are swept past their time, but not while a run wants them, nor twice", async () => {
    const { runId, fileId } = await makeRun();
    const idle = await makeFile();
    await setFileDeadline(fileId, new Date());
    await setFileDeadline(idle.id, new Date());
    const swept = async () => (await listFilesToSweep(soon())).map((file) => file.id);
    expect(await swept()).toEqual([idle.id]);
    await markFileRemoved(idle.id);
    expect(await swept()).toEqual([]);
    await failRun({ runId, errorCode: "internal", errorMessage: "x" });
    expect(await swept()).toEqual([fileId]);
  });

  it("that no run came for go after a day", async () => {
    const file = await makeFile();
    const ids = async (hours: number) =>
      (await listFilesToSweep(new Date(Date.now() + hours * 3_600_000))).map(({ id }) => id);
    expect(await ids(23)).not.toContain(file.id);
    expect(await ids(25)).toContain(file.id);
  });

  it("belong to their owner, and a run of one whose bytes are gone is refused", async () => {
    const { id, ...file } = await makeFile();
    expect(await findFile({ ownerId: owner, id })).toEqual({ id, ...file });
    expect(await findFile({ ownerId: stranger, id })).toBeNull();
    const run = { createdBy: "test", fileId: id };
    await expect(insertRun({ ...run, ownerId: stranger })).rejects.toMatchObject({ code: "not-found" });
    const made = await insertRun({ ...run, ownerId: owner, keepHours: 5 });
    expect(made.fileKept).toBe(true);
    expect((await findFile({ ownerId: owner, id }))?.keepHours).toBe(5);
    await markFileRemoved(id);
    expect((await findRun({ ownerId: owner, runId: made.runId }))?.fileKept).toBe(false);
    await expect(insertRun({ ...run, ownerId: owner })).rejects.toMatchObject({ code: "file-gone" });
  });

  it("may have a name with a NUL", async () => {
    const given = { ownerId: owner, storageKey: randomUUID(), bytes: 5_000_000_000, sha256: "" };
    const file = await insertFile({ ...given, name: "a\0b 😀.csv" });
    expect(file).toMatchObject({ name: "a␀b 😀.csv", bytes: 5_000_000_000 });
  });
});

describe("rulesets", () => {
  const ruleset = (title: string) => ({
    id: "patients",
    title,
    schema: { fields: [{ name: "id", type: "string" as const }] },
  });

  it("get a next version only for other content", async () => {
    const ownerId = randomUUID();
    const save = (title: string) => saveRuleset({ ownerId, ruleset: ruleset(title) });
    expect(await save("One")).toMatchObject({ id: "patients", version: 1 });
    expect(await save("One")).toMatchObject({ id: "patients", version: 1 });
    expect(await save("Two")).toMatchObject({ id: "patients", version: 2 });
    expect(await save("One")).toMatchObject({ id: "patients", version: 3 });
    expect((await findRuleset({ ownerId, id: "patients" }))?.version).toBe(3);
    expect((await findRuleset({ ownerId, id: "patients", version: 2 }))?.title).toBe("Two");
    expect((await listRulesets({ ownerId })).map((found) => found.version)).toEqual([3]);
    expect(await listRulesets({ ownerId: stranger })).toEqual([]);
  });

  it("saved at once by many get one version each", async () => {
    const ownerId = randomUUID();
    const titles = Array.from({ length: 6 }, (_, at) => `Title ${at}`);
    const saved = await Promise.all(titles.map((title) => saveRuleset({ ownerId, ruleset: ruleset(title) })));
    expect(saved.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("reach the attempt with the version that the run was enqueued with", async () => {
    const ownerId = randomUUID();
    await saveRuleset({ ownerId, ruleset: ruleset("Old") });
    const { id: fileId } = await makeFile(ownerId);
    const named = { rulesetId: "patients", rulesetVersion: 1 };
    const options = { delimiter: ";", header: false };
    const { runId } = await insertRun({ ownerId, createdBy: "test", fileId, options, ...named });
    await saveRuleset({ ownerId, ruleset: ruleset("New") });
    const claimed = await claimRun({ runId, attempt: 1 });
    expect(claimed?.ruleset).toEqual(ruleset("Old"));
    expect(claimed?.run.options).toEqual(options);
  });
});

it("workers are counted while they beat", async () => {
  const id = randomUUID();
  const before = await countWorkers();
  await beat({ id, host: "here" });
  await beat({ id, host: "here" });
  expect(await countWorkers()).toBe(before + 1);
  await forgetWorker(id);
  expect(await countWorkers()).toBe(before);
});
