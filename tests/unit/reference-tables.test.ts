import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkReferenceTable } from "@/core/references/check-reference-table";
import { decodeTable } from "@/core/references/decode-table";
import { mostReferenceBytes } from "@/core/references/load-table";
import { namedReferences } from "@/core/schema/named-references";
import { ReferenceTable } from "@/core/schema/reference-table";
import { previewSizes } from "@/server/http/preview-headers";

const reference = ReferenceTable.parse({
  name: "codes",
  path: "codes.csv",
  schema: { primaryKey: "code", fields: [{ name: "code" }, { name: "price", type: "number" }] },
});
const scratchDir = mkdtempSync(join(tmpdir(), "facnet-tables-"));

function check(text: string, bytes?: number) {
  const path = join(scratchDir, "codes.csv");
  writeFileSync(path, text);
  return checkReferenceTable(reference, { path, bytes: bytes ?? Buffer.byteLength(text), scratchDir });
}

describe("a reference table is read in full", () => {
  it("and a sound one has its rows counted, whatever its delimiter", async () => {
    expect(await check("code;price\n1;2\n3;4\n")).toEqual({ rows: 2, faults: [] });
  });

  it("and each fault has its place and its code, without the cell", async () => {
    const { faults } = await check("code,price\n1,2\n1,3\n4,dear\n");
    expect(faults).toEqual([
      { table: "codes.csv", code: "primary-key", row: 3, column: "code" },
      { table: "codes.csv", code: "type-error", row: 4, column: "price" },
    ]);
  });

  it("and a missing column, too many rows or bytes make it unusable", async () => {
    expect((await check("code\n1\n")).faults).toMatchObject([{ code: "missing-label", column: "price" }]);
    const rows = Array.from({ length: 100_001 }, (_, at) => `${at},1\n`).join("");
    expect((await check(`code,price\n${rows}`)).faults).toEqual([
      { table: "codes.csv", code: "too-many-rows" },
    ]);
    expect((await check("code\n1\n", mostReferenceBytes + 1)).faults).toMatchObject([
      { code: "file-too-large" },
    ]);
  });
});

it("a table's text is the same in every encoding, without a mark", () => {
  const text = "code,nom\n1,été\n";
  const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(text, "latin1"),
    utf16,
    Buffer.from(utf16).swap16(),
  ])
    expect(decodeTable(bytes)).toBe(text);
});

it("a path that leads out of the ruleset's folder is no table's", () => {
  for (const path of [
    "../codes.csv",
    "a/codes.csv",
    "..csv",
    ".codes.csv",
    "codes.csv\n",
    "C:codes.csv",
    "codes",
  ])
    expect(ReferenceTable.safeParse({ ...reference, path }).success, path).toBe(false);
  const references = [{ name: "codes", path: "codes.csv", schema: null }, { path: "../x.csv", name: "x" }, 3];
  expect(namedReferences({ references })).toEqual([{ name: "codes", path: "codes.csv" }]);
  expect(namedReferences({ references: "codes" })).toEqual([]);
});

it("the sizes of a trial's parts are read from its headers", () => {
  const headers = new Headers({
    "x-ruleset-bytes": "10",
    "x-file-bytes": "20",
    "x-tables": "a.csv=1,b.csv=22",
  });
  expect(previewSizes(headers)).toEqual({
    rulesetBytes: 10,
    fileBytes: 20,
    tables: [
      { path: "a.csv", bytes: 1 },
      { path: "b.csv", bytes: 22 },
    ],
  });
  for (const bad of ["a.csv", "a.csv=-1", "a.csv=1e3", "=4", "a.csv=9999999999", "a.csv=1,,b.csv=2"]) {
    headers.set("x-tables", bad);
    expect(() => previewSizes(headers), bad).toThrow();
  }
});
