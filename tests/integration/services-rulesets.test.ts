import { randomUUID } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import { saveRuleset as writeRuleset } from "@/db/save-ruleset";
import { env } from "@/env";
import { checkRuleset } from "@/services/check-ruleset";
import { convertTableSchema } from "@/services/convert-table-schema";
import { getRuleset } from "@/services/get-ruleset";
import { getRulesetText } from "@/services/get-ruleset-text";
import { listRulesetVersions } from "@/services/list-ruleset-versions";
import { previewRuleset } from "@/services/preview-ruleset";
import { runPreview } from "@/services/run-preview";
import { saveRuleset } from "@/services/save-ruleset";

const text = `# What the shop sends each night.
id: orders
title: Orders
schema:
  fields:
    - { name: order, type: integer } # counts up
    - { name: amount, type: number }
`;

const someone = () => ({ actor: { ownerId: randomUUID(), name: "test" } });

describe("a ruleset is kept as it was written", () => {
  it("comments included, and in the other format on request", async () => {
    const ctx = someone();
    expect(await saveRuleset({ ctx, input: { document: text } })).toEqual({
      id: "orders",
      version: 1,
      created: true,
    });
    expect(await getRulesetText({ ctx, input: { id: "orders" } })).toMatchObject({ format: "yaml", text });
    const asJson = await getRulesetText({ ctx, input: { id: "orders", format: "json" } });
    expect(JSON.parse(asJson.text)).toEqual((await getRuleset({ ctx, input: { id: "orders" } })).document);
    expect(await getRuleset({ ctx, input: { id: "orders" } })).not.toHaveProperty("source");
  });

  it("in versions of which none changes", async () => {
    const ctx = someone();
    const save = async (document: string) => (await saveRuleset({ ctx, input: { document } })).version;
    expect(await save(text)).toBe(1);
    expect(await save(text)).toBe(1);
    const renamed = text.replace("title: Orders", "title: Night orders");
    expect(await save(renamed)).toBe(2);
    expect(await save(renamed.replace("counts up", "counts down"))).toBe(3);
    const versions = await listRulesetVersions({ ctx, input: { id: "orders" } });
    expect(versions.map(({ version, title }) => [version, title])).toEqual([
      [3, "Night orders"],
      [2, "Night orders"],
      [1, "Orders"],
    ]);
    expect((await getRulesetText({ ctx, input: { id: "orders", version: 1 } })).text).toBe(text);
  });

  it("and only for its owner", async () => {
    await saveRuleset({ ctx: someone(), input: { document: text } });
    const stranger = someone();
    for (const ask of [getRuleset, getRulesetText, listRulesetVersions])
      await expect(ask({ ctx: stranger, input: { id: "orders" } })).rejects.toMatchObject({
        code: "not-found",
      });
  });

  it("a document without a text gets one when it is shown, and takes the author's when that comes", async () => {
    const ctx = someone();
    const document = { id: "orders", title: "Orders", schema: { fields: [{ name: "order" }] } };
    await saveRuleset({ ctx, input: { document } });
    expect((await getRulesetText({ ctx, input: { id: "orders" } })).text).toContain("title: Orders");
    const authors = "# mine\nid: orders\ntitle: Orders\nschema: { fields: [{ name: order }] }\n";
    expect(await saveRuleset({ ctx, input: { document: authors } })).toMatchObject({
      version: 1,
      created: false,
    });
    expect((await getRulesetText({ ctx, input: { id: "orders" } })).text).toBe(authors);
  });

  it("a sample does not come back over a later version", async () => {
    const ctx = someone();
    const { ownerId } = ctx.actor;
    const sample = { id: "orders", title: "Orders", schema: { fields: [{ name: "order" }] } };
    await writeRuleset({ ownerId, ruleset: sample, unlessKnown: true });
    await saveRuleset({ ctx, input: { document: text } });
    expect(await writeRuleset({ ownerId, ruleset: sample, unlessKnown: true })).toMatchObject({ version: 2 });
    expect(await listRulesetVersions({ ctx, input: { id: "orders" } })).toHaveLength(2);
  });
});

it("a refused ruleset says the path and the line", async () => {
  const document = text.replace("integer", "colour");
  await expect(saveRuleset({ ctx: someone(), input: { document } })).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringMatching(/^schema\.fields\.0\.type: .* \(line 6\)$/),
    params: { fields: ["schema.fields.0.type"] },
  });
});

it("a text is checked without being kept", async () => {
  const sound = await checkRuleset({ input: { text, lang: "en" } });
  expect(sound).toMatchObject({ problems: [], ruleset: { id: "orders", title: "Orders" } });
  expect(sound.variables.map(({ name, type }) => [name, type])).toEqual([
    ["order", "int"],
    ["amount", "double"],
  ]);
  const { problems } = await checkRuleset({ input: { text: text.replace("integer", "colour"), lang: "fr" } });
  expect(problems).toMatchObject([
    { path: "schema.fields.0.type", line: 6, column: 28, message: expect.stringMatching(/^doit être l’une/) },
  ]);
});

it("a plain Table Schema becomes a ruleset on request", async () => {
  const schema = '{ "name": "Night orders", "fields": [{ "name": "order", "type": "integer" }] }';
  const converted = await convertTableSchema({ input: { text: schema } });
  expect((await checkRuleset({ input: { ...converted, lang: "en" } })).ruleset?.id).toBe("night-orders");
  await expect(convertTableSchema({ input: { text } })).rejects.toMatchObject({ code: "invalid-input" });
});

describe("a ruleset is tried on a file", () => {
  const tryOn = (ruleset: string, file: Uint8Array | string, fileBytes?: number) => {
    const bytes = Buffer.concat([Buffer.from(ruleset), Buffer.from(file)]);
    const body = new Blob([bytes]).stream();
    const rulesetBytes = Buffer.byteLength(ruleset);
    const input = { body, rulesetBytes, tables: [], fileBytes: fileBytes ?? bytes.length - rulesetBytes };
    return previewRuleset({ ctx: someone(), input });
  };
  const scratch = () => readdir(join(env().DATA_DIR, "scratch")).catch(() => []);

  it("and tells what is wrong in its rows", async () => {
    const result = await tryOn(text, "order,amount\n1,2\nx,3\n");
    expect(result).toMatchObject({ rows: 2, isPart: false, counts: { error: 1 } });
    expect(result.findings).toMatchObject([{ code: "type-error", row: 3, field: "order" }]);
    expect(await scratch()).toEqual([]);
  });

  it("of which the last whole one is the last that is tried", async () => {
    const result = await tryOn(text, "order,amount\n1,2\n2,3\n3", 5000);
    expect(result).toMatchObject({ rows: 2, isPart: true, findings: [] });
  });

  it("unless the ruleset is wrong or the file too long, and nothing stays", async () => {
    await expect(tryOn("id: x", "a\n1\n")).rejects.toMatchObject({ code: "invalid-input" });
    const long = Buffer.alloc(1024 * 1024 + 1, "1\n");
    await expect(tryOn(text, long)).rejects.toMatchObject({ code: "too-large" });
    expect(await scratch()).toEqual([]);
  });

  it("and is stopped whatever its thread does", async () => {
    const path = join(env().DATA_DIR, "stopped.csv");
    await writeFile(path, "order,amount\n1,2\n");
    const { ruleset } = checkRulesetText(text);
    if (!ruleset) throw new Error("the ruleset is sound");
    const stop = new AbortController();
    const options = {
      path,
      bytes: 17,
      ruleset,
      scratchDir: env().DATA_DIR,
      keptPerCode: 1,
      stagingMemoryMb: 64,
    };
    const running = runPreview(options, stop.signal);
    stop.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
  });
});
