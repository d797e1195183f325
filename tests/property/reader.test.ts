import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Dialect } from "../../src/core/csv/dialect";
import type { RawRecord } from "../../src/core/csv/raw-record";
import { makeRecordReader } from "../../src/core/csv/read-record-at";
import { readRecords } from "../../src/core/csv/read-records";
import { scanFile } from "../../src/core/csv/scan-file";
import { type DialectOverrides, readDialect } from "../../src/core/pipeline/read-dialect";
import { byteOf, encode, encodings, type TestEncoding } from "./encode";
import { lineOf, readReference } from "./reference-reader";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "reader-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const encoding = fc.constantFrom(...encodings);
const chunkBytes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 64 << 10 }));

async function read(content: Buffer, label: TestEncoding, chunk: number, more: DialectOverrides) {
  const path = join(dir, "input.csv");
  await writeFile(path, content);
  const asked = label === "windows-1252" ? label : undefined;
  const scan = await scanFile({ path, quote: 34, encoding: asked });
  const { dialect } = readDialect(scan, { settings: { ...more, encoding: asked }, ruleset: null });
  const records: RawRecord[] = [];
  for await (const batch of readRecords({ path, dialect, chunkBytes: chunk })) records.push(...batch.records);
  return { path, dialect, records };
}

async function reread(path: string, dialect: Dialect, records: readonly RawRecord[]) {
  const file = await open(path);
  try {
    const readAgain = makeRecordReader(file, dialect);
    const cells: (string[] | null)[] = [];
    for (const { byte } of records) cells.push(await readAgain(byte));
    return cells;
  } finally {
    await file.close();
  }
}

const cell = fc
  .array(
    fc.constantFrom(
      ...["a", "B", "7", " ", "\u00e9", "\u00f4", "\u20ac", "\u2013", "\u{1f600}"],
      ...['"', "'", "\\", ",", ";", "\t", "|", "\n", "\r\n"],
    ),
    { maxLength: 6 },
  )
  .map((signs) => signs.join(""));
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  );
const dialect = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  quoteChar: fc.constantFrom('"', "'"),
  escapeChar: fc.constantFrom(undefined, undefined, "\\"),
});
type WrittenDialect = { delimiter: string; quoteChar: string; escapeChar: string | undefined };

/** What windows-1252 cannot say is said otherwise. */
const sayable = (text: string, label: TestEncoding) =>
  label === "windows-1252" ? text.replaceAll("\u{1f600}", "\u00ef") : text;

function quoted(text: string, { delimiter, quoteChar, escapeChar }: WrittenDialect): string {
  if (![delimiter, quoteChar, "\r", "\n"].some((sign) => text.includes(sign))) return text;
  const inside = escapeChar
    ? text.replaceAll(escapeChar, escapeChar + escapeChar).replaceAll(quoteChar, escapeChar + quoteChar)
    : text.replaceAll(quoteChar, quoteChar + quoteChar);
  return quoteChar + inside + quoteChar;
}

test("a table written in any dialect and encoding reads back to the same cells", async () => {
  const ending = fc.constantFrom("\n", "\r\n");
  await fc.assert(
    fc.asyncProperty(
      ...[table, dialect, encoding, ending, chunkBytes, fc.boolean()],
      async (cells, written, label, lineEnd, chunk, endsOpen) => {
        const rows = cells.map((row) => row.map((text) => sayable(text, label)));
        const lines = rows.map((row) => row.map((text) => quoted(text, written)).join(written.delimiter));
        // A last line of one empty cell and no ending is no line.
        const text = lines.join(lineEnd) + (endsOpen && lines.at(-1) !== "" ? "" : lineEnd);
        const { path, dialect, records } = await read(encode(text, label), label, chunk, written);
        expect(records.map((record) => record.cells)).toEqual(rows);
        expect(records.map(({ row }) => row)).toEqual(rows.map((_, i) => i + 1));
        expect(await reread(path, dialect, records)).toEqual(rows);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

const scribble = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom("a", "b", "7", "é", "\u20ac", "\u{1f600}", "x,y", '"z"', '"p\nq"'),
      },
      { weight: 3, arbitrary: fc.constantFrom(",", ",", "\n", "\n", "\r\n") },
      { weight: 1, arbitrary: fc.constantFrom('"', '""', "\r") },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

test("rows, lines, bytes and refusals are those of a slow reader that shares no code", async () => {
  await fc.assert(
    fc.asyncProperty(scribble, encoding, chunkBytes, fc.boolean(), async (scribbled, label, chunk, isMac) => {
      const said = sayable(scribbled, label);
      const text = isMac ? said.replace(/\r?\n/g, "\r") : said;
      const expected = readReference(text, { delimiter: ",", endings: isMac ? ["\r"] : ["\r\n", "\n"] });
      const { path, dialect, records } = await read(encode(text, label), label, chunk, {
        delimiter: ",",
        lineTerminator: isMac ? "\r" : "\n",
      });
      expect(records).toEqual(
        expected.map(({ cells, fault, start, faultAt }, i) => ({
          row: i + 1,
          cells,
          fault,
          line: lineOf(text, start),
          byte: byteOf(text, start, label),
          faultLine: cells ? 0 : lineOf(text, faultAt),
        })),
      );
      const good = records.filter(({ cells }) => cells !== null);
      expect(await reread(path, dialect, good)).toEqual(good.map(({ cells }) => cells));
    }),
    { numRuns: 250 },
  );
}, 60_000);
