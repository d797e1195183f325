import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { type KeptFinding, validateFile } from "../../src/core/validate-file";

let scratchDir = "";
beforeEach(async () => {
  scratchDir = await mkdtemp(join(tmpdir(), "in-file-"));
});
afterEach(async () => {
  await rm(scratchDir, { recursive: true, force: true });
});

async function validate(document: unknown, content: string) {
  const path = join(scratchDir, "input.csv");
  await writeFile(path, content);
  const kept: KeptFinding[] = [];
  const { codes, counts } = await validateFile({
    path,
    bytes: Buffer.byteLength(content),
    ruleset: parseRuleset(document),
    scratchDir,
    keptPerCode: 100,
    stagingMemoryMb: 64,
    onProgress() {},
    onFindings(batch) {
      kept.push(...batch);
    },
  });
  return { codes, counts, findings: kept.map(({ finding }) => finding) };
}

const notes = { fields: [{ name: "id", type: "integer" }, { name: "note" }] };

it("formulas are looked for in every column, known or not, when the ruleset asks, and not else", async () => {
  const content = "id,note,more\n1,=1+1,@x\n-2,fine,-3\n=3,+44 x,\n";
  const schema = { ...notes, fieldsMatch: "subset" };
  const off = await validate({ id: "r", title: "R", schema }, content);
  expect(off.codes).toEqual({ "extra-label": 1, "type-error": 1 });
  const on = await validate({ id: "r", title: "R", schema, checks: { formulaInjection: true } }, content);
  expect(on.codes).toEqual({ "extra-label": 1, "formula-injection": 4 });
  expect(on.findings.map(({ code, row, column }) => [code, row, column])).toEqual([
    ["extra-label", 1, 3],
    ["formula-injection", 2, 2],
    ["formula-injection", 2, 3],
    ["formula-injection", 4, 1],
    ["formula-injection", 4, 2],
  ]);
});

it("fieldsMatch sets how grave a header's finding is, and a ruleset's own severity wins", async () => {
  const content = "note,id,more\nx,1,y\n";
  const counts = async (schema: object, severity = {}) =>
    (await validate({ id: "r", title: "R", schema: { ...notes, ...schema }, severity }, content)).counts;
  expect(await counts({})).toEqual({ error: 0, warning: 1, info: 1 });
  expect(await counts({ fieldsMatch: "exact" })).toEqual({ error: 2, warning: 0, info: 0 });
  expect(await counts({ fieldsMatch: "subset" })).toEqual({ error: 0, warning: 0, info: 2 });
  expect(await counts({ fieldsMatch: "exact" }, { "out-of-order": "warning" })).toEqual({
    error: 1,
    warning: 1,
    info: 0,
  });
});

it("every type is checked in a file, each finding at its place", async () => {
  const schema = {
    missingValues: [{ value: "" }, { value: "NA", label: "not asked" }],
    fields: [
      { name: "when", type: "duration" },
      { name: "where", type: "geopoint" },
      { name: "tags", type: "list", itemType: "integer", delimiter: "|" },
      { name: "data", type: "object", constraints: { jsonSchema: { required: ["a"] } } },
      { name: "iban", type: "string", format: "iban" },
      { name: "amount", type: "number", decimalChar: ",", constraints: { exclusiveMinimum: 0 } },
    ],
  };
  const good = 'P1D;"1,2";1|2;"{""a"":1}";GB82WEST12345698765432;0,01\nNA;;;NA;;\n';
  const bad = '1 day;"1,99";1|x;{};GB82WEST12345698765433;0\n;;;[];gb82;1.5\n';
  const header = "when;where;tags;data;iban;amount\n";
  expect((await validate(schema, header + good)).codes).toEqual({});
  const { findings } = await validate(schema, header + bad);
  expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
    ["type-error", 2, 1],
    ["type-error", 2, 2],
    ["type-error", 2, 3],
    ["json-schema", 2, 4],
    ["check-digit", 2, 5],
    ["minimum", 2, 6],
    ["type-error", 3, 4],
    ["format-error", 3, 5],
    ["out-of-locale", 3, 6],
  ]);
});
