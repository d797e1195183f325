import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDb, db } from "@/db/client";
import { findRun } from "@/db/find-run";
import { findRunSource } from "@/db/find-run-source";
import { insertFile } from "@/db/insert-file";
import { listRowSets } from "@/db/row-sets";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { compare } from "@/server/http/compare";
import { door } from "@/server/http/door";
import { findings } from "@/server/http/findings";
import { report } from "@/server/http/report";
import { rows } from "@/server/http/rows";
import { listCompareChoices } from "@/services/compare-choices";
import { compareRuns } from "@/services/compare-runs";
import { deleteRun } from "@/services/delete-run";
import { enqueueRun } from "@/services/enqueue-run";
import { exportRows } from "@/services/export-rows";
import { saveRuleset } from "@/services/save-ruleset";
import { storage } from "@/storage/storage";
import { startWorker } from "../../worker/start-worker";

process.env.MAX_KEPT_FINDINGS_PER_CODE = "3";
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const ownerId = "local";
const ctx = { actor: { ownerId, name: "tester" } };
const stranger = { actor: { ownerId: "stranger", name: "stranger" } };
const within = { timeout: 60_000, interval: 50 };
const faultyText = [
  "id,nom,montant",
  "1,=1+1,10",
  "x2,@x,10",
  "3,Zoé,a",
  '4,"b",b',
  "5,c,c",
  "1,d,4",
  '7,"e"e,5',
  "8,f,d",
  "9,g,9",
  "",
].join("\n");
const mendedText = faultyText.replace("x2,@x,10", "2,@x,10").replace("9,g,9", "9,g,9\n10,h,\n1,i,1");

let worker: Awaited<ReturnType<typeof startWorker>>;
let gone = "";
let first = "";
let second = "";
let structure = "";

async function validate(text: string, input: { rulesetId?: string; keepHours?: number }): Promise<string> {
  const saved = await storage().save(Readable.from([Buffer.from(text)]), { maxBytes: 1e9 });
  const { key: storageKey, bytes, sha256 } = saved;
  const file = await insertFile({ ownerId, name: "réclamations.csv", storageKey, bytes, sha256 });
  const { validationId: runId } = await enqueueRun({ ctx, input: { fileId: file.id, ...input } });
  await vi.waitFor(async () => expect((await findRun({ ownerId, runId }))?.status).toBe("completed"), within);
  return runId;
}

beforeAll(async () => {
  const document = {
    id: "report-test",
    title: "Reports",
    schema: {
      fields: [
        { name: "id", type: "integer" },
        { name: "nom", type: "string" },
        { name: "montant", type: "number", constraints: { required: true } },
        { name: "absent", type: "string" },
      ],
      primaryKey: "id",
      fieldsMatch: "superset",
    },
    rules: [
      { id: "seen", kind: "row", check: 'absent == "x"', title: { en: "Seen" }, message: { en: "Seen" } },
    ],
  };
  await saveRuleset({ ctx, input: { document } });
  worker = await startWorker();
  gone = await validate(faultyText, { rulesetId: "report-test" });
  first = await validate(faultyText, { rulesetId: "report-test", keepHours: 2 });
  second = await validate(mendedText, { rulesetId: "report-test", keepHours: 2 });
  structure = await validate("a,b\n1,2\n", {});
  await vi.waitFor(
    async () => expect((await findRun({ ownerId, runId: gone }))?.fileKept).toBe(false),
    within,
  );
});

afterAll(async () => {
  await worker.close();
  await runEvents().close();
  await producer().close();
  await closeDb();
});

const doors = { findings: door(findings), report: door(report), rows: door(rows), compare: door(compare) };

function ask(name: keyof typeof doors, runId: string, query: string): Promise<Response> {
  const request = new Request(`http://127.0.0.1/api/validations/${runId}/${name}?${query}`, {
    headers: { host: "127.0.0.1" },
  });
  return doors[name](request, { params: Promise.resolve({ id: runId }) });
}

const table = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });

describe("the rows of a kept file", () => {
  it("every faulty row is there past the cap, with codes and sentences in the reader's language", async () => {
    const answer = await ask("rows", first, "part=faulty&lang=fr");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("facnet-rows")).toBe("7");
    expect(answer.headers.get("facnet-rows-total")).toBe("7");
    const lines = table(await answer.text());
    expect(lines.map(([row, codes]) => [row, codes])).toEqual([
      ["facnet_row", "facnet_findings"],
      ["3", "type-error"],
      ["4", "type-error"],
      ["5", "type-error"],
      ["6", "type-error"],
      ["7", "primary-key"],
      ["8", "bad-quote"],
      ["9", "type-error"],
    ]);
    expect(lines[1]?.[2]).toMatch(/^id\u00a0: .*«\u00a0x2\u00a0»/);
    expect(lines[1]?.slice(3)).toEqual(["x2", "'@x", "10"]);
    expect(lines[4]?.[2]).toBe("Mauvaise sorte de valeur.");
    expect(lines[6]?.[3]).toBe('7,"e"e,5');
  });

  it("the sound rows are the file's bytes, or safe for a spreadsheet when that is asked", async () => {
    const answer = await ask("rows", first, "part=sound");
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv; charset=(utf-8|us-ascii)$/);
    expect(await answer.text()).toBe("id,nom,montant\n1,=1+1,10\n9,g,9\n");
    expect(answer.headers.get("facnet-rows")).toBe("2");
    const safe = await ask("rows", first, "part=sound&safe=true");
    expect(await safe.text()).toBe("id,nom,montant\r\n1,'=1+1,10\r\n9,g,9\r\n");
    const raw = await ask("rows", first, "part=faulty&safe=0");
    expect(table(await raw.text())[1]?.slice(3)).toEqual(["x2", "@x", "10"]);
  });

  it("are not passed off as whole when the file is no longer the one that was checked", async () => {
    const runId = await validate(faultyText, { rulesetId: "report-test", keepHours: 2 });
    const source = await findRunSource({ ownerId, runId });
    await writeFile(join(env().DATA_DIR, "files", source?.file.storageKey ?? ""), "id,nom,montant\n1,a,1\n");
    const answer = await ask("rows", runId, "part=sound");
    await expect(answer.text()).rejects.toThrow();
    await deleteRun({ ctx, input: { runId } });
  });

  it("belong to their owner, and need a valid question", async () => {
    const input = { runId: first, part: "sound", lang: "en" } as const;
    await expect(exportRows({ ctx: stranger, input })).rejects.toMatchObject({ code: "not-found" });
    expect(await listRowSets({ ownerId: "stranger", runId: first })).toEqual([]);
    expect((await ask("rows", first, "part=all")).status).toBe(400);
    expect((await ask("rows", "no-run", "part=sound")).status).toBe(404);
  });
});

describe("the rows of a file that is gone", () => {
  it("the stored faulty rows come with their number, and the sound ones are refused with what to do", async () => {
    const answer = await ask("rows", gone, "part=faulty");
    expect(answer.headers.get("facnet-rows")).toBe("4");
    expect(answer.headers.get("facnet-rows-total")).toBe("7");
    const lines = table(await answer.text());
    expect(lines.map(([row]) => row)).toEqual(["facnet_row", "3", "4", "5", "7"]);
    expect(lines[1]?.slice(3)).toEqual(["x2", "'@x", "10"]);
    const sound = await ask("rows", gone, "part=sound");
    expect(sound.status).toBe(410);
    expect(await sound.json()).toMatchObject({ code: "file-gone", detail: expect.stringContaining("keep") });
  });
});

describe("a report", () => {
  it("in the shape of Frictionless has exact totals, what did not run and what is not kept", async () => {
    const answer = await ask("report", first, "format=frictionless&lang=fr");
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const body = await answer.json();
    expect(body).toMatchObject({ valid: false, stats: { tasks: 1, errors: 7 } });
    const [task] = body.tasks;
    expect(task).toMatchObject({
      name: "reclamations",
      place: "réclamations.csv",
      labels: ["id", "nom", "montant"],
    });
    expect(task.stats).toMatchObject({ bytes: Buffer.byteLength(faultyText), fields: 3, rows: 8, errors: 7 });
    expect(task.stats.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(task.errors.map(({ type }: { type: string }) => type).sort()).toEqual(
      ["primary-key", "row-error", "type-error", "type-error", "type-error"].sort(),
    );
    expect(task.warnings.join("\n")).toMatch(/Non vérifié.*la règle seen/);
    expect(task.warnings.join("\n")).toMatch(/Constats conservés\u00a0: 5 sur 7/);
  });

  it("of our own says the same as the run", async () => {
    const body = await (await ask("report", first, "format=facnet")).json();
    expect(body).toMatchObject({ valid: false, rows: 8, fields: 3, kept: 5, total: 7 });
    expect(body.findings).toHaveLength(5);
    expect(body.findings[0]).not.toHaveProperty("cells");
    expect(body.notRun).toEqual([{ check: "rule:seen", reason: "no-column:absent" }]);
  });

  it("as lines of findings says how many are kept of how many", async () => {
    for (const format of ["csv", "ndjson"]) {
      const answer = await ask("findings", first, `format=${format}&code=primary-key`);
      expect(answer.headers.get("facnet-findings-kept")).toBe("5");
      expect(answer.headers.get("facnet-findings-total")).toBe("7");
      expect((await answer.text()).trim().split(/\r?\n/)).toHaveLength(format === "csv" ? 2 : 1);
    }
  });

  it("of a run that is not completed is refused", async () => {
    await db().validationRun.update({ where: { id: structure }, data: { status: "failed" } });
    for (const [name, query] of [
      ["report", ""],
      ["rows", "part=sound"],
      ["compare", `with=${first}`],
    ] as const)
      expect((await ask(name, structure, query)).status).toBe(409);
    await db().validationRun.update({ where: { id: structure }, data: { status: "completed" } });
  });
});

describe("two runs compared", () => {
  it("sets the exact totals side by side and leaves out what is not wholly kept", async () => {
    const answer = await ask("compare", second, `with=${first}&lang=fr`);
    const body = await answer.json();
    expect(answer.status).toBe(200);
    expect(body.totals).toContainEqual({
      code: "type-error",
      severity: "error",
      column: 1,
      field: "id",
      before: 1,
      after: 0,
    });
    expect(body.partlyKept).toEqual([
      { code: "type-error", keptBefore: 3, totalBefore: 5, keptAfter: 3, totalAfter: 4 },
    ]);
    expect(body.mended).toEqual({ count: 0, items: [] });
    expect(body.new.items.map(({ code, row }: { code: string; row: number }) => [code, row])).toEqual(
      expect.arrayContaining([
        ["required", 11],
        ["primary-key", 12],
      ]),
    );
    expect(body.unchanged.items.map(({ code }: { code: string }) => code).sort()).toEqual([
      "bad-quote",
      "primary-key",
    ]);
    expect(body.new.items[0].message).toMatch(/\S/);
    expect(JSON.stringify(body)).not.toContain('"cells"');
  });

  it("turned round, what was new is mended; the lists are cut and their number is not", async () => {
    const { mended, new: fresh } = await compareRuns({
      ctx,
      input: { runId: first, otherId: second, limit: 1 },
    });
    expect(mended.count).toBe(2);
    expect(mended.items).toHaveLength(1);
    expect(fresh.count).toBe(0);
  });

  it("needs one owner, one ruleset and two runs", async () => {
    const input = { runId: second, otherId: first, limit: 10 };
    await expect(compareRuns({ ctx: stranger, input })).rejects.toMatchObject({ code: "not-found" });
    expect((await ask("compare", second, `with=${second}`)).status).toBe(409);
    expect((await ask("compare", second, `with=${structure}`)).status).toBe(409);
    expect((await ask("compare", second, "with=x")).status).toBe(400);
  });

  it("offers the earlier runs of the same ruleset, none of another owner", async () => {
    const { choices } = await listCompareChoices({ ctx, input: { runId: second } });
    expect(choices.map(({ runId }) => runId)).toEqual([first, gone]);
    expect((await listCompareChoices({ ctx, input: { runId: gone } })).choices).toEqual([]);
    await expect(listCompareChoices({ ctx: stranger, input: { runId: second } })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

it("the rows of a run go with the run", async () => {
  expect(env().MAX_KEPT_FINDINGS_PER_CODE).toBe(3);
  expect(await db().validationRowSet.count({ where: { runId: gone } })).toBeGreaterThan(0);
  await deleteRun({ ctx, input: { runId: gone } });
  expect(await db().validationRowSet.count({ where: { runId: gone } })).toBe(0);
});
