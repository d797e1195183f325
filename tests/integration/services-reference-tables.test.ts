import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mostReferenceBytes } from "@/core/references/load-table";
import { findRuleset } from "@/db/find-ruleset";
import { env } from "@/env";
import { exportTable, save as saveByHttp, tables as tablesByHttp } from "@/server/http/rulesets";
import { getReferenceTable } from "@/services/get-reference-table";
import { listReferenceTables } from "@/services/list-reference-tables";
import { listRulesetVersions } from "@/services/list-ruleset-versions";
import { previewRuleset } from "@/services/preview-ruleset";
import { saveRuleset } from "@/services/save-ruleset";
import { fetchReferences } from "../../worker/fetch-references";
import { seedRulesets } from "../../worker/seed-rulesets";
import { sweepReferences } from "../../worker/sweep-references";

const text = `id: visits
title: Visits
schema:
  fields:
    - { name: code, type: string }
references:
  - name: codes
    path: codes.csv
    key: [code]
    schema:
      fields:
        - { name: code, type: string, constraints: { required: true } }
        - { name: price, type: number }
`;
const codes = "code,price\n00097,32.40\n00098,64.80\n";

const someone = () => ({ actor: { ownerId: randomUUID(), name: "test" } });
type Someone = ReturnType<typeof someone>;
const save = (ctx: Someone, sent?: Record<string, string>, document = text) =>
  saveRuleset({ ctx, input: { document, tables: sent } });
const tableOf = async (ctx: Someone, version?: number) =>
  (await getReferenceTable({ ctx, input: { id: "visits", version, path: "codes.csv" } })).text;

describe("a ruleset is saved with its tables", () => {
  it("and each version keeps those it was saved with", async () => {
    const ctx = someone();
    expect(await save(ctx, { "codes.csv": codes })).toMatchObject({ version: 1, created: true });
    expect(await save(ctx, { "codes.csv": codes })).toMatchObject({ version: 1, created: false });
    const dearer = codes.replace("64.80", "65.10");
    expect(await save(ctx, { "codes.csv": dearer })).toMatchObject({ version: 2, created: true });
    expect(await tableOf(ctx, 1)).toBe(codes);
    expect(await tableOf(ctx)).toBe(dearer);
    expect(await listReferenceTables({ ctx, input: { id: "visits", version: 1 } })).toMatchObject([
      { path: "codes.csv", rows: 2, bytes: codes.length },
    ]);
  });

  it("and a table that is not sent is the latest version's", async () => {
    const ctx = someone();
    await save(ctx, { "codes.csv": codes });
    expect(await save(ctx)).toMatchObject({ version: 1, created: false });
    expect(await save(ctx, {}, text.replace("title: Visits", "title: All visits"))).toMatchObject({
      version: 2,
    });
    expect(await tableOf(ctx, 2)).toBe(codes);
  });

  it("but not without a table that was never sent", async () => {
    const ctx = someone();
    await expect(save(ctx)).rejects.toMatchObject({
      code: "invalid-input",
      message: "the table codes.csv was never sent",
      params: { tables: [{ table: "codes.csv", code: "no-table" }] },
    });
    await expect(save(ctx, { "codes.csv": codes, "../etc.csv": "a\n1\n" })).rejects.toMatchObject({
      message: "the ruleset names no table ../etc.csv",
    });
    await expect(listRulesetVersions({ ctx, input: { id: "visits" } })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("nor with a faulty one: table, row, column and code are named, and no cell", async () => {
    const error = await save(someone(), { "codes.csv": `${codes}00099,dear\n,1\n` }).catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: "invalid-input",
      message: "codes.csv, row 4, column price: type-error; codes.csv, row 5, column code: required",
    });
    expect(JSON.stringify(error)).not.toContain("dear");
  });

  it("nor with one that no longer fits the schema that is saved", async () => {
    const ctx = someone();
    await save(ctx, { "codes.csv": codes });
    const stricter = text.replace(
      "{ name: price, type: number }",
      "{ name: price, type: number, constraints: { maximum: 50 } }",
    );
    await expect(save(ctx, {}, stricter)).rejects.toMatchObject({
      message: "codes.csv, row 3, column price: maximum",
    });
  });

  it("nor past the limits", async () => {
    const long = `code,price\n${"00097,1\n".repeat(100_001)}`;
    await expect(save(someone(), { "codes.csv": long })).rejects.toMatchObject({
      message: "codes.csv has more than 100000 rows",
    });
    const wide = `code,price\n${"x".repeat(mostReferenceBytes)},1\n`;
    await expect(save(someone(), { "codes.csv": wide })).rejects.toMatchObject({
      params: { tables: [{ table: "codes.csv", code: "file-too-large" }] },
    });
  }, 60_000);

  it("nor when all of them together are too much for the memory of a run", async () => {
    const columns = Array.from({ length: 11 }, (_, at) => `c${at}`);
    const wide = `${columns.join(",")}\n${`${columns.map(() => 1).join(",")}\n`.repeat(95_000)}`;
    const reference = (name: string) =>
      `  - { name: ${name}, path: ${name}.csv, key: [c0], schema: { fields: [${columns.map((c) => `{ name: ${c} }`).join(", ")}] } }\n`;
    const head = text.slice(0, text.indexOf("  - name: codes"));
    const ctx = someone();
    await save(ctx, { "a.csv": wide }, head + reference("a"));
    await expect(save(ctx, { "b.csv": wide }, head + reference("a") + reference("b"))).rejects.toMatchObject({
      params: { tables: [{ table: "b.csv", code: "tables-too-large" }] },
    });
  }, 60_000);

  it("and one of several tables does not get in the way of another", async () => {
    const keyed = text.replace("    key: [code]\n    schema:\n", "    schema:\n      primaryKey: code\n");
    const second = keyed.slice(keyed.indexOf("  - name: codes\n")).replaceAll("codes", "prices");
    const sent = { "codes.csv": codes, "prices.csv": codes };
    expect(await save(someone(), sent, keyed + second)).toMatchObject({ version: 1 });
    await expect(
      save(someone(), { ...sent, "prices.csv": `${codes}00097,1\n` }, keyed + second),
    ).rejects.toMatchObject({ message: "prices.csv, row 4, column code: primary-key" });
  });

  it("and only for its owner", async () => {
    await save(someone(), { "codes.csv": codes });
    await expect(tableOf(someone())).rejects.toMatchObject({ code: "not-found" });
  });
});

it("over plain HTTP a form brings the tables, in any encoding, and each is had back as UTF-8", async () => {
  const ctx = someone();
  const form = new FormData();
  form.append("ruleset", new File([text], "ruleset.yaml"));
  const latin = Buffer.from("code,price\n00097é,32.40\n", "latin1");
  form.append("table", new File([latin], "codes.csv"));
  const request = new Request("http://localhost/api/rulesets", { method: "POST", body: form });
  expect((await saveByHttp(request, ctx)).status).toBe(201);
  const listed = await tablesByHttp(new Request("http://localhost/x"), ctx, {
    params: Promise.resolve({ id: "visits" }),
  });
  expect((await listed.json()).items).toMatchObject([{ path: "codes.csv", rows: 1 }]);
  const answer = await exportTable(new Request("http://localhost/x?version=1"), ctx, {
    params: Promise.resolve({ id: "visits", path: "codes.csv" }),
  });
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await answer.text()).toBe("code,price\n00097é,32.40\n");
});

describe("on a worker's machine", () => {
  const folder = () => join(env().DATA_DIR, "references");

  it("a table lies once, readable for its owner alone, and goes when nothing names or uses it", async () => {
    const ctx = someone();
    await save(ctx, { "codes.csv": codes });
    const saved = await findRuleset({ ownerId: ctx.actor.ownerId, id: "visits" });
    const tables = saved?.tables ?? {};
    const [first, second] = await Promise.all([
      fetchReferences(tables, ctx.actor.ownerId),
      fetchReferences(tables, ctx.actor.ownerId),
    ]);
    const place = first["codes.csv"] ?? "";
    expect(second).toEqual(first);
    expect(await readFile(place, "utf8")).toBe(codes);
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder())).toEqual([`${tables["codes.csv"]}.csv`]);

    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const stray = join(folder(), `${"0".repeat(64)}.csv`);
    await writeFile(stray, "a\n");
    expect(await sweepReferences()).toBe(0);
    expect(await sweepReferences(hours(2))).toBe(1);
    expect(await readdir(folder())).toHaveLength(1);
    const old = hours(-31 * 24);
    await utimes(place, old, old);
    await fetchReferences(tables, ctx.actor.ownerId);
    expect(await sweepReferences()).toBe(0);
    await utimes(place, old, old);
    expect(await sweepReferences()).toBe(1);
    expect(await fetchReferences(tables, ctx.actor.ownerId)).toEqual(first);
  });

  it("sample rulesets are saved with the tables beside them, and not with faulty ones", async () => {
    const samples = join(env().DATA_DIR, "samples");
    for (const [id, table] of [
      ["sound", codes],
      ["faulty", "code,price\na,b\n"],
    ] as const) {
      await mkdir(join(samples, id), { recursive: true });
      await writeFile(join(samples, id, "ruleset.yaml"), text.replace("id: visits", `id: ${id}`));
      await writeFile(join(samples, id, "codes.csv"), table);
    }
    await seedRulesets(samples);
    const ctx = { actor: { ownerId: "local", name: "test" } };
    expect(await listReferenceTables({ ctx, input: { id: "sound" } })).toMatchObject([{ rows: 2 }]);
    await expect(listReferenceTables({ ctx, input: { id: "faulty" } })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("an unsaved ruleset is tried", () => {
  const tryOn = (ctx: Someone, document: string, sent: Record<string, string>, file: string) => {
    const tables = Object.entries(sent).map(([path, content]) => ({
      path,
      bytes: Buffer.byteLength(content),
    }));
    const body = new Blob([document, ...Object.values(sent), file]).stream();
    const rulesetBytes = Buffer.byteLength(document);
    return previewRuleset({ ctx, input: { body, rulesetBytes, tables, fileBytes: Buffer.byteLength(file) } });
  };
  const rules = `rules:
  - { id: known, kind: reference, table: codes, key: [code], message: { en: "{code} is unknown." } }
  - id: once
    kind: group
    by: [code]
    measures: { visits: { count: true } }
    check: visits <= 1
    message: { en: "{code} is there {visits} times." }
`;
  const file = "code\n00097\n00098\n00097\n00099\n";
  const told = ({ findings }: Awaited<ReturnType<typeof tryOn>>) =>
    findings.map(({ code, row, affectedRows }) => [code, row, affectedRows]);

  it("with the tables that come with it, and the latest version's for the others", async () => {
    const ctx = someone();
    const once = ["once", 2, [2, 4]];
    const without = await tryOn(ctx, text + rules, {}, file);
    expect(told(without)).toEqual([once]);
    expect(without.notRun).toEqual([{ check: "rule:known", reason: "no-table:codes" }]);
    expect(without.measures).toEqual({ once: ["visits"] });
    await save(ctx, { "codes.csv": codes });
    expect(told(await tryOn(ctx, text + rules, {}, file))).toEqual([once, ["known", 5, undefined]]);
    expect(told(await tryOn(ctx, text + rules, { "codes.csv": `${codes}00099,1\n` }, file))).toEqual([once]);
    expect(await readdir(join(env().DATA_DIR, "scratch"))).toEqual([]);
  });

  it("with tables as large as they may be", async () => {
    const names = ["a", "b"];
    const cells = Array.from({ length: 8 }, (_, at) => `column${at}`);
    const row = cells.map(() => "abcdefgh").join(",");
    const table = `id,${cells.join(",")}\n${Array.from({ length: 99_999 }, (_, at) => `${at},${row}\n`).join("")}`;
    const sent = Object.fromEntries(names.map((name) => [`${name}.csv`, table]));
    const fields = ["id", ...cells].map((name) => `{ name: ${name} }`).join(", ");
    const references = names.map(
      (name) => `  - { name: ${name}, path: ${name}.csv, key: [id], schema: { fields: [${fields}] } }\n`,
    );
    const ids = names.flatMap((name) =>
      [1, 2, 3, 4, 5].map((at) => ({ table: name, id: `in-${name}-${at}` })),
    );
    const looked = ids.map(
      ({ id, table }) =>
        `  - { id: ${id}, kind: reference, table: ${table}, key: [code], message: { en: x } }\n`,
    );
    const document = `id: large\ntitle: Large\nschema: { fields: [{ name: code }] }\nreferences:\n${references.join("")}rules:\n${looked.join("")}`;
    const { findings } = await tryOn(someone(), document, sent, "code\n5\n100001\n");
    expect(findings.map(({ code }) => code).sort()).toEqual(ids.map(({ id }) => id).sort());
  }, 60_000);
});
