import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tellNote } from "../../src/core/infer/draft-note";
import { draftRuleset } from "../../src/core/infer/draft-ruleset";
import type { Ruleset } from "../../src/core/schema/ruleset";
import { validateFile } from "../../src/core/validate-file";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "infer-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function validate(path: string, ruleset: Ruleset | null) {
  return validateFile({
    path,
    bytes: (await stat(path)).size,
    ruleset,
    scratchDir: await mkdtemp(join(dir, "scratch-")),
    keptPerCode: 100,
    stagingMemoryMb: 64,
    onProgress() {},
    onFindings() {},
  });
}

async function draftOf(path: string, fileName = "sample.csv") {
  const { report } = await validate(path, null);
  return draftRuleset({ ...report, fileName, rows: report.records - report.rowsRefused });
}

async function draftOfText(text: string | Buffer, fileName?: string) {
  const path = join(dir, "input.csv");
  await writeFile(path, text);
  return draftOf(path, fileName);
}

test.each(["contacts", "ramq-daily-claims"])(
  "the valid sample of %s keeps the ruleset drafted from it",
  async (id) => {
    const path = join("rulesets", id, "sample-valid.csv");
    const draft = await draftOf(path);
    expect(draft).not.toBeNull();
    const { codes } = await validate(path, draft?.ruleset ?? null);
    expect(codes).toEqual({});
  },
);

test("the draft of the contacts says what the sample holds", async () => {
  const draft = await draftOf(join("rulesets", "contacts", "sample-valid.csv"), "My Contacts (été).csv");
  expect(draft?.ruleset).toEqual({
    id: "my-contacts-ete",
    title: "My Contacts (été)",
    dialect: { delimiter: "," },
    schema: {
      missingValues: [""],
      primaryKey: "id",
      fields: [
        { name: "id", type: "integer", constraints: { required: true } },
        { name: "name", type: "string", constraints: { required: true } },
        { name: "email", type: "string", format: "email", constraints: { required: true } },
        { name: "birth_date", type: "date", constraints: { required: true } },
        { name: "postal_code", type: "string", format: "ca-postal-code", constraints: { required: true } },
        { name: "language", type: "string", constraints: { required: true, enum: ["en", "fr"] } },
        { name: "amount", type: "number", constraints: { required: true } },
      ],
    },
  });
  expect(draft?.notes[0]).toEqual([{ kind: "range", min: "1", max: "40" }, { kind: "all-different" }]);
});

test("how numbers, dates and truth are written is part of the draft", async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${i},5;1 ${100 + i},25;${10 + (i % 15)}/02/2024;${i % 2 ? "oui" : "non"};0${1000 + i}`,
  );
  const draft = await draftOfText(["a;b;c;d;e", ...rows, ""].join("\n"));
  expect(draft?.ruleset.schema.fields.map(({ constraints: _, ...field }) => field)).toEqual([
    { name: "a", type: "number", decimalChar: "," },
    { name: "b", type: "number", decimalChar: ",", groupChar: " " },
    { name: "c", type: "date", format: "%d/%m/%Y" },
    { name: "d", type: "boolean", trueValues: ["oui"], falseValues: ["non"] },
    { name: "e", type: "string" },
  ]);
  expect(draft?.ruleset.schema.primaryKey).toBeUndefined();
});

test("the key is the first column of numbers, UUIDs or labelled names in which nothing comes twice", async () => {
  const keyOf = async (text: string) => (await draftOfText(text))?.ruleset.schema.primaryKey;
  expect(await keyOf("email,n\na@example.org,1\nb@example.org,2\n")).toBe("n");
  expect(await keyOf("city,Order no\nx,0a\ny,0b\n")).toBe("Order no");
  expect(await keyOf("city,note\nx,0a\ny,0b\n")).toBeUndefined();
  expect(await keyOf("id\n1\n2\n2\n")).toBeUndefined();
});

test("nothing is demanded that the file does not keep", async () => {
  const draft = await draftOfText("id,kind,note\n1,a,\n2,b,x\n2,c,y\n4,a,z\n");
  expect(draft?.ruleset.schema.primaryKey).toBeUndefined();
  expect(draft?.ruleset.schema.fields.map(({ constraints = {} }) => constraints)).toEqual([
    { required: true },
    { required: true },
    {},
  ]);
});

test("blank and repeated labels get names of their own, with a remark", async () => {
  const draft = await draftOfText("id,,id,column 2\n1,2,3,4\n2,3,4,5\n");
  expect(draft?.ruleset.schema.fields.map(({ name }) => name)).toEqual([
    "id",
    "column 3",
    "id 2",
    "column 2",
  ]);
  expect(draft?.notes[1]?.[0]).toEqual({ kind: "renamed", label: "" });
  expect(draft?.notes[2]?.[0]).toEqual({ kind: "renamed", label: "id" });
});

test("an encoding that is not UTF-8 is named, and an empty file gives no draft", async () => {
  const latin = await draftOfText(Buffer.from("nom;ville\né;Montréal\n", "latin1"));
  expect(latin?.ruleset.dialect).toEqual({ delimiter: ";", encoding: "windows-1252" });
  expect(await draftOfText("")).toBeNull();
});

test("every remark is told on one line in both languages", () => {
  for (const note of [
    { kind: "draft", rows: 12_345, fileName: "a\nb.csv" },
    { kind: "fits", share: 0.9999 },
    { kind: "range", min: "a\r\n- b: c", max: "\u2028z" },
    { kind: "distinct", count: 1234, isExact: false },
    { kind: "all-different" },
    { kind: "all-empty" },
    { kind: "renamed", label: "x\ny" },
    { kind: "day-month" },
  ] as const) {
    const told = [tellNote(note, "en"), tellNote(note, "fr")];
    expect(told[0]).not.toBe(told[1]);
    for (const text of told) expect(text).toMatch(/^[^\n\r\u2028]+$/);
  }
  expect(tellNote({ kind: "fits", share: 0.9999 }, "en")).toBe("99.9% of the cells fit this type");
});

test("the committed JSON Schema is the one that the code publishes", async () => {
  const { rulesetJsonSchema } = await import("../../src/core/schema/ruleset-json-schema");
  expect(JSON.parse(await readFile("rulesets/ruleset.schema.json", "utf8"))).toEqual(
    JSON.parse(JSON.stringify(rulesetJsonSchema())),
  );
});
