import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";
import { byteOf, encode, encodings } from "./encode";

const ruleset = parseRuleset({
  id: "visits",
  title: "Visits",
  schema: {
    fields: [
      { name: "Numéro", type: "integer", constraints: { required: true } },
      { name: "Prénom", type: "string", constraints: { maxLength: 4 } },
      { name: "Début", type: "date", format: "%Y-%m-%d" },
      { name: "Code", type: "string", constraints: { enum: ["A", "É"] } },
    ],
  },
});

const row = fc.tuple(
  fc.constantFrom("1", "23", "", "x"),
  fc.constantFrom("Zoé", "Noël–Ève", "a, b; c", "d\te|f", 'dit "É"', "g\n\nh", ""),
  fc.constantFrom("2026-01-31", "2026-02-30", "hier", ""),
  fc.constantFrom("A", "É", "B", "\u20ac"),
);
const ragged = row.chain((cells) =>
  fc.constantFrom(
    [...cells],
    [...cells],
    [...cells],
    cells.slice(0, 3),
    [...cells, "plus"],
    ["", "", "", ""],
  ),
);
const header = ["Numéro", "Prénom", "Début", "Code"];

test("a file gives the same findings in every encoding, delimiter, line ending and chunk size", async () => {
  const dialect = fc.record({
    encoding: fc.constantFrom(...encodings),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    ending: fc.constantFrom("\n", "\r\n"),
    chunkBytes: fc.integer({ min: 1, max: 64 << 10 }),
  });
  const rows = fc.array(ragged, { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(dialect, { minLength: 2, maxLength: 5 }), async (data, dialects) => {
      const results: unknown[] = [];
      for (const { encoding, delimiter, ending, chunkBytes } of dialects) {
        const quoted = (cell: string) => (/[",;\t|\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
        const lines = [header, ...data].map((cells) => cells.map(quoted).join(delimiter) + ending);
        const text = lines.join("");
        const starts = lines.map((_, i) => byteOf(text, lines.slice(0, i).join("").length, encoding));
        const { summary, kept } = await checkBytes(encode(text, encoding), { ruleset, chunkBytes });
        for (const { finding } of kept)
          if (finding.row !== null) expect(finding.byte).toBe(starts[finding.row - 1]);
        results.push({
          findings: kept.map(({ finding, cells }) => ({ ...finding, byte: null, cells })),
          codes: summary.codes,
          counts: summary.counts,
          rows: summary.rows,
          errorRows: summary.errorRows,
          totals: summary.totals,
          columns: summary.report.columns,
        });
      }
      for (const result of results) expect(result).toEqual(results[0]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 1, max: 127 }),
  fc.constantFrom(...Buffer.from('",;\n\r\t|a1')),
);
const start = fc.constantFrom("", "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", 'id,"name"\n', "i\0d\0,\0");

test("whatever the bytes, the work ends and every record is read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.oneof(fc.array(byte, { maxLength: 300 }), fc.array(fc.constantFrom(...Buffer.from('",\n\ra')))),
      fc.integer({ min: 1, max: 64 }),
      async (head, bytes, chunkBytes) => {
        const content = Buffer.concat([Buffer.from(head, "latin1"), Buffer.from(bytes)]);
        const { summary, kept } = await checkBytes(content, { chunkBytes });
        const { records, rowsRefused, notRun } = summary.report;
        expect(summary.rows + rowsRefused).toBe(records);
        const refused = kept.filter(({ finding }) => ["bad-quote", "truncated-file"].includes(finding.code));
        if (notRun.length === 0) expect(refused.length).toBeGreaterThanOrEqual(rowsRefused);
        for (const { finding } of kept) expect(finding.byte ?? 0).toBeLessThanOrEqual(content.length);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
