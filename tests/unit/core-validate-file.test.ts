import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import {
  type CoreProgress,
  type KeptFinding,
  type ValidateOptions,
  validateFile,
} from "../../src/core/validate-file";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "core-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function run(content: string | Uint8Array, more: Partial<ValidateOptions> = {}) {
  const path = join(dir, "input.csv");
  const bytes = Buffer.from(content);
  await writeFile(path, bytes);
  return runPath(path, bytes.length, more);
}

async function runPath(path: string, bytes: number, more: Partial<ValidateOptions> = {}) {
  const kept: KeptFinding[] = [];
  const progress: CoreProgress[] = [];
  const scratchDir = await mkdtemp(join(dir, "scratch-"));
  const summary = await validateFile({
    path,
    bytes,
    ruleset: null,
    scratchDir,
    keptPerCode: 100,
    stagingMemoryMb: 64,
    onProgress: (step) => {
      progress.push(step);
    },
    onFindings: (batch) => {
      kept.push(...batch);
    },
    ...more,
  });
  expect(summary.rows + summary.report.rowsRefused).toBe(summary.report.records);
  expect(kept.length).toBe(summary.kept);
  return { summary, kept, progress, codes: summary.codes };
}

const people = parseRuleset({
  id: "people",
  title: "People",
  schema: {
    fields: [
      { name: "id", type: "integer", constraints: { required: true } },
      { name: "name", type: "string" },
      { name: "amount", type: "number" },
    ],
    primaryKey: "id",
  },
});

test("an empty file gives one finding and no row", async () => {
  for (const content of ["", "\ufeff", "\r\n\r\n"]) {
    const { codes, summary } = await run(content);
    expect(codes).toEqual({ "empty-file": 1 });
    expect(summary.report.notRun).toEqual([{ check: "rows", reason: "empty-file" }]);
  }
});

test("a file of one byte, or of a header alone, says that it has no rows", async () => {
  for (const content of ["a", "id,name,amount", "id,name,amount\r\n"]) {
    const { codes, summary } = await run(content);
    expect(codes["empty-file"]).toBe(1);
    expect(summary.rows).toBe(0);
  }
});

test("a binary file is named by its first bytes", async () => {
  const zip = Buffer.concat([Buffer.from("PK\x03\x04"), deflateRawSync("hello"), Buffer.from("a.txt")]);
  const xlsx = Buffer.concat([
    Buffer.from("PK\x03\x04"),
    Buffer.from("[Content_Types].xml"),
    deflateRawSync("<x/>"),
  ]);
  const inputs: [string, Buffer][] = [
    ["png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["zip", zip],
    ["xlsx", xlsx],
    ["pdf", Buffer.from("%PDF-1.7\n")],
    ["gzip", gzipSync("id,name\n")],
    ["xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ];
  for (const [format, content] of inputs) {
    const { codes, kept } = await run(content);
    expect(codes).toEqual({ "binary-file": 1 });
    expect(kept[0]?.finding.params).toMatchObject({ format });
  }
});

test("a NUL byte is found wherever it is, with its line and byte", async () => {
  const before = `id,name,amount\n${"1,a,2\n".repeat(300_000)}`;
  const { kept } = await run(`${before}1,\0,2\n`);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.finding).toMatchObject({ code: "binary-file", line: 300_002, byte: before.length + 2 });
});

test("a file without a delimiter is read as one column, and says that this is unsure", async () => {
  const { codes, summary } = await run("name\nAda\nBob\n");
  expect(codes).toEqual({ "dialect-uncertain": 1 });
  expect(summary.report.columns).toHaveLength(1);
});

test("5,000 columns are read and profiled", async () => {
  const line = (cell: (i: number) => string) => Array.from({ length: 5000 }, (_, i) => cell(i)).join(",");
  const { summary, codes } = await run(
    `${line((i) => `a long column name ${i}`)}\n${line((i) => `${i}`)}\n${line((i) => `${i}`)}\n`,
  );
  expect(codes).toEqual({});
  expect(summary.rows).toBe(2);
  expect(summary.report.columns).toHaveLength(5000);
});

test("a quote that opens at row 3 and never closes gives its line, and the rows after it are read", async () => {
  const rest = "9,Bob,3\n".repeat(1000);
  const { summary, kept } = await run(`id,name,amount\n1,Ada,2\n2,"Bob,3\n${rest}x,Cy,4\n`);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.finding).toMatchObject({
    code: "truncated-file",
    row: 3,
    line: 3,
    byte: 23,
    params: { line: 3, reason: "open-quote" },
  });
  expect(summary.rows).toBe(1002);
  expect(summary.report.rowsRefused).toBe(1);
});

test("an open quote over more than the longest record refuses its line alone", async () => {
  const { kept, summary } = await run(`id,name,amount\n1,Ada,2\n2,"Bob,3\n${"9,Bob,3\n".repeat(2_000_000)}`);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.finding).toMatchObject({
    code: "truncated-file",
    row: 3,
    line: 3,
    params: { reason: "open-quote" },
  });
  expect(summary.rows).toBe(2_000_001);
  expect(summary.report.notRun).toEqual([]);
}, 60_000);

test("a line without an end gives a finding within bounded memory", async () => {
  const path = join(dir, "long.csv");
  const file = await open(path, "w");
  const block = Buffer.alloc(8 << 20, "a");
  const size = 256 << 20;
  for (let at = 0; at < size; at += block.length) await file.write(block, 0, block.length, at);
  await file.close();
  const before = process.memoryUsage().rss;
  const { kept } = await runPath(path, size);
  expect(
    kept.some(({ finding }) => finding.code === "truncated-file" && finding.params.reason === "too-long"),
  ).toBe(true);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20);
}, 60_000);

test("a quote in the wrong place refuses its line and no other", async () => {
  const lines = ["id,name", '1,"Ada" x', '2,Bob "B"', '3,"Cy', 'D"', '4,"a"b"c"', "5,Eve", "6,Fay", ""];
  const { summary, kept } = await run(lines.join("\n"));
  expect(kept.map(({ finding }) => [finding.code, finding.row, finding.line])).toEqual([
    ["bad-quote", 2, 2],
    ["bad-quote", 3, 3],
    ["bad-quote", 5, 6],
  ]);
  expect(summary.rows).toBe(3);
});

test("places stay exact after a quoted line break and after a refused record", async () => {
  for (const eol of ["\n", "\r\n"]) {
    const lines = ["id,name,amount", '1,"Ada', 'Lovelace",2', '2,"Bob"x,3"', "3,Cy,bad", ""];
    const text = lines.join(eol);
    const { kept } = await run(text, { ruleset: people });
    const [refused, bad] = kept.map(({ finding }) => finding);
    expect(refused).toMatchObject({
      code: "bad-quote",
      row: 3,
      line: 4,
      byte: text.indexOf("2,") === -1 ? 0 : text.indexOf('2,"Bob'),
    });
    expect(bad).toMatchObject({ code: "type-error", row: 4, line: 5, byte: text.indexOf("3,Cy"), column: 3 });
  }
});

test("every row wrong: exact counts, capped findings, every row counted once", async () => {
  const rows = 20_000;
  const { summary, kept } = await run(`id,name,amount\n${"x,a,b,c\n".repeat(rows)}`, {
    ruleset: people,
    keptPerCode: 10,
  });
  expect(summary.codes["type-error"]).toBe(2 * rows);
  expect(summary.codes["primary-key"]).toBe(rows - 1);
  expect(summary.errorRows).toBe(rows);
  expect(kept.filter(({ finding }) => finding.code === "type-error")).toHaveLength(10);
  expect(summary.totals.reduce((sum, total) => sum + total.count, 0)).toBe(
    summary.counts.error + summary.counts.warning + summary.counts.info,
  );
});

test("a header longer than every row is one finding on the header", async () => {
  const { kept, codes } = await run(`a,b,c\n${"x,y\n".repeat(5000)}`);
  expect(codes).toEqual({ "missing-cell": 1 });
  expect(kept[0]?.finding).toMatchObject({
    row: 1,
    params: { expected: 3, found: 2, rows: 5000, everyRow: true },
  });
});

test("one fitting row at the end makes each shorter row a finding", async () => {
  const { summary, kept } = await run(`a,b,c\n${"x,y\n".repeat(5000)}x,y,z\n`);
  expect(summary.codes).toEqual({ "missing-cell": 5000 });
  expect(summary.errorRows).toBe(5000);
  expect(kept).toHaveLength(100);
});

test("a blank row is one finding and its cells are not checked", async () => {
  const { codes, summary } = await run("id,name,amount\n1,a,2\n\n,,\n2,b,3\n", { ruleset: people });
  expect(codes).toEqual({ "blank-row": 2 });
  expect(summary.rows).toBe(4);
});

test("a repeated key names the first row and shows the repeated one", async () => {
  const { kept, summary } = await run('id,name,amount\n1,a,2\n2,"é;\nb",3\n2,"é;\nc",4\n1,d,5\n2,e,6\n', {
    ruleset: people,
  });
  expect(summary.codes).toEqual({ "primary-key": 3 });
  expect(summary.errorRows).toBe(3);
  expect(
    kept.map(({ finding, cells, affectedRows }) => [
      finding.row,
      finding.params.key,
      cells?.[1],
      affectedRows,
    ]),
  ).toEqual([
    [4, "2", "é;\nc", [3, 4]],
    [5, "1", "d", [2, 5]],
    [6, "2", "e", [3, 6]],
  ]);
});

test("a composite key compares its cells apart, whatever they hold", async () => {
  const ruleset = parseRuleset({
    id: "pairs",
    title: "Pairs",
    schema: { fields: ["a", "b"].map((name) => ({ name, type: "string" })), primaryKey: ["a", "b"] },
  });
  const cells = [
    "x\\s",
    "x",
    "\\sx",
    "x\ty",
    "x\\ty",
    "\\N",
    "NULL",
    '""',
    "a".repeat(2000),
    "a".repeat(2001),
  ];
  const pairs = cells.flatMap((a) => cells.map((b) => `${a},${b}`));
  const text = (list: string[]) =>
    `a,b\n${list
      .map((pair) =>
        pair
          .split(",")
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(","),
      )
      .join("\n")}\n`;
  expect((await run(text(pairs), { ruleset })).codes).toEqual({});
  expect((await run(text([...pairs, ...pairs]), { ruleset })).codes).toEqual({ "primary-key": pairs.length });
});

test("a missing key cell is a finding, and a key without its column is reported as not run", async () => {
  const loose = parseRuleset({
    id: "loose",
    title: "Loose",
    schema: { fields: [{ name: "k" }, { name: "v" }], primaryKey: "k" },
  });
  const { codes } = await run("k,v\n,1\n,2\na,3\n", { ruleset: loose });
  expect(codes).toEqual({ "primary-key": 2 });
  const { summary } = await run("z,v\nq,1\n", { ruleset: loose });
  expect(summary.report.notRun).toEqual([{ check: "primary-key", reason: "no-column:k" }]);
});

test("the same content gives the same findings in every encoding, delimiter, line ending and chunk size", async () => {
  const rows = [
    ["id", "name", "amount"],
    ["1", "Zoé", "2.5"],
    ["2", "Noël – “x”\u20ac", "bad"],
    ["2", "a, b; c", "4"],
    ["", "d", "5"],
    ["4", "e"],
    ["5", "f\n\ng", "nope", "more"],
    ["6", "h", "x"],
  ];
  const windows1252 = (text: string) =>
    Buffer.from(
      text
        .replaceAll("–", "\x96")
        .replaceAll("“", "\x93")
        .replaceAll("”", "\x94")
        .replaceAll("\u20ac", "\x80"),
      "latin1",
    );
  let first: unknown;
  for (const delimiter of [",", ";", "\t", "|"]) {
    for (const eol of ["\n", "\r\n"]) {
      const text = rows
        .map((row) => row.map((cell) => (/[\n,;]/.test(cell) ? `"${cell}"` : cell)).join(delimiter))
        .join(eol);
      for (const content of [Buffer.from(text), Buffer.from(`\ufeff${text}`), windows1252(text)]) {
        for (const chunkBytes of [1, 7, 64 << 10]) {
          const { kept, summary } = await run(content, { ruleset: people, chunkBytes });
          const findings = kept.map(({ finding, cells, affectedRows }) => ({
            ...finding,
            byte: null,
            cells,
            affectedRows,
          }));
          first ??= { findings, codes: summary.codes, errorRows: summary.errorRows, totals: summary.totals };
          expect({
            findings,
            codes: summary.codes,
            errorRows: summary.errorRows,
            totals: summary.totals,
          }).toEqual(first);
        }
      }
    }
  }
  expect(first).toMatchObject({
    codes: { "type-error": 3, "primary-key": 1, "missing-cell": 1, "extra-cell": 1, required: 1 },
  });
}, 60_000);

test("one byte that is not UTF-8, far from the start, decides the encoding and is located", async () => {
  const before = `id,name,amount\n${"1,a,2\n".repeat(400_000)}`;
  const { summary, codes } = await run(
    Buffer.concat([Buffer.from(before), Buffer.from("2,\xe9,3\n", "latin1")]),
  );
  expect(codes).toEqual({});
  expect(summary.report).toMatchObject({
    encoding: "windows-1252",
    encodingReason: "not-utf-8",
    badByte: { line: 400_002, byte: before.length + 2 },
  });
});

test("a character cut by a block of reading is whole", async () => {
  for (const shift of [0, 1, 2, 3]) {
    const { codes, summary } = await run(`nom,b\n${"x".repeat(shift)}${"\u20ac,€\n".repeat(150_000)}`);
    expect(codes).toEqual({});
    expect(summary.report.encodingReason).toBe("valid-utf-8");
  }
}, 60_000);

test("a stray byte in a file that is otherwise UTF-8 is an encoding error, not another encoding", async () => {
  const good = Buffer.from(`nom,ville\n${"Zoé,Montréal\n".repeat(100)}`);
  const { codes, summary } = await run(Buffer.concat([good, Buffer.from("\xe9,x\n", "latin1")]));
  expect(codes).toEqual({ "encoding-error": 1 });
  expect(summary.report.encoding).toBe("utf-8");
});

test("progress tells bytes and rows in order and ends at the last stage", async () => {
  const { progress } = await run(
    `id,name,amount\n${Array.from({ length: 50_000 }, (_, i) => `${i},a,2`).join("\n")}\n`,
    { ruleset: people },
  );
  const last = progress.at(-1);
  expect(last).toMatchObject({ stage: "rules", fraction: 1, rows: 50_000 });
  const parse = progress.filter(({ stage }) => stage === "parse").map(({ fraction }) => fraction);
  expect(parse).toEqual([...parse].sort((a, b) => a - b));
});

test("slow work is reported at least every 100 rows", async () => {
  // Between two looks at the clock more time goes by than between two reports.
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 250));
  const seen: number[] = [];
  try {
    await run(`id,name,amount\n${"1,a,b\n".repeat(2000)}`, {
      ruleset: people,
      onProgress: ({ rows }) => {
        seen.push(rows);
      },
      keptPerCode: 0,
    });
  } finally {
    clock.mockRestore();
  }
  expect(seen.at(-1)).toBe(2000);
  const gaps = seen.map((rows, i) => rows - (seen[i - 1] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(100);
});

test("an abort ends the work with its reason", async () => {
  const stop = new AbortController();
  const reason = new Error("cancelled by a person");
  const work = run(`id,name,amount\n${"1,a,2\n".repeat(200_000)}`, {
    signal: stop.signal,
    onProgress: () => stop.abort(reason),
  });
  await expect(work).rejects.toBe(reason);
});
