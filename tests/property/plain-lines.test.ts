import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Dialect } from "../../src/core/csv/dialect";
import type { RawRecord } from "../../src/core/csv/raw-record";
import { readRecords } from "../../src/core/csv/read-records";
import { scanFile } from "../../src/core/csv/scan-file";
import { readDialect } from "../../src/core/pipeline/read-dialect";
import { encode, encodings } from "./encode";

let path = "";
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), "plain-")), "input.csv");
});
afterAll(() => rm(join(path, ".."), { recursive: true, force: true }));

async function readAll(dialect: Dialect, chunkBytes: number): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const batch of readRecords({ path, dialect, chunkBytes })) records.push(...batch.records);
  return records;
}

const plain = ["a,b,c\n", "1,2,3\n", "longer text,7,é ô\n", "\n", ",,\n", " x,\u20ac\n"];
const odd = ['"', '"a\nb",c\n', '"a""b",\n', 'a"b\n', '"a"b,c\n', "a\rb\n", "\r\n", "a,b\r\n", "\n\r", ","];
const pieces = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...plain) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
  ),
  { maxLength: 120, size: "max" },
);

test("lines that are split without csv-parse read as csv-parse reads them, at the same places", async () => {
  const chunk = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 40, max: 4000 }));
  await fc.assert(
    fc.asyncProperty(
      pieces,
      fc.constantFrom(...encodings),
      chunk,
      fc.constantFrom("\n", "\r\n", "\r\n"),
      fc.constantFrom('"', "'", null),
      async (parts, label, chunkBytes, ending, quoteChar) => {
        const text = parts.join("").replace(/(?<!\r)\n/g, ending);
        await writeFile(path, encode(text, label));
        const encoding = label === "windows-1252" ? label : undefined;
        const scan = await scanFile({ path, quote: quoteChar?.charCodeAt(0) ?? 0, encoding });
        const settings = { delimiter: ",", quoteChar, encoding };
        const { dialect } = readDialect(scan, { settings, ruleset: null });
        // No text has the sign, and with comments csv-parse reads every line.
        const byCsvParse = await readAll({ ...dialect, comment: "~" }, chunkBytes);
        expect(await readAll(dialect, chunkBytes)).toEqual(byCsvParse);
      },
    ),
    { numRuns: 1500 },
  );
}, 120_000);
