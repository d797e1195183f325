import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecords } from "../../src/core/csv/read-records";
import { scanFile } from "../../src/core/csv/scan-file";
import { readDialect } from "../../src/core/pipeline/read-dialect";
import { checkBytes } from "../check-bytes";

const refusals = ({ findings }: Awaited<ReturnType<typeof checkBytes>>) =>
  findings
    .filter(({ code }) => code === "bad-quote" || code === "truncated-file")
    .map(({ code, row, line, params }) => [code, params.reason, row, line, params.line]);

test("an open quote costs its own line, although a quoted cell stands further down", async () => {
  const lines = ["id,name", '1,"Ada', "2,Bob", '3,"Cy"', "4,Dee", '5,"Eve"', "6,Fay", ""];
  const result = await checkBytes(lines.join("\n"));
  expect(refusals(result)).toEqual([["bad-quote", "unclosed-quote", 2, 2, 2]]);
  expect([result.rows, result.report.rowsRefused]).toEqual([5, 1]);
});

test("an open quote after a quoted line break is named with its own line, and reading goes on below it", async () => {
  const lines = ["id,name,note", '1,"Ada', 'Lovelace","open', "2,Bob,x", "3,Cy,y", ""];
  const result = await checkBytes(lines.join("\r\n"));
  expect(refusals(result)).toEqual([["truncated-file", "open-quote", 2, 2, 3]]);
  expect(result.rows).toBe(2);
  expect(result.codes).toEqual({ "truncated-file": 1 });
});

test("an open quote on the last line ends the work", async () => {
  for (const end of ["", "\n"]) {
    const result = await checkBytes(`id,name\n1,Ada\n2,"Bo${end}`);
    expect(refusals(result)).toEqual([["truncated-file", "open-quote", 3, 3, 3]]);
    expect(result.rows).toBe(1);
  }
});

test("places stay exact below an open quote", async () => {
  const text = 'id,name\n1,"a\nb"\n2,"open\n3,c\n4,"d\ne"\n5,x"y\n6,f\n';
  for (const chunkBytes of [1, 3, 1000]) {
    const result = await checkBytes(text, { chunkBytes });
    expect(result.findings.map(({ code, row, line, byte }) => [code, row, line, byte])).toEqual([
      ["bad-quote", 3, 4, text.indexOf('2,"open')],
      ["bad-quote", 6, 8, text.indexOf('5,x"y')],
    ]);
    expect(result.rows).toBe(4);
  }
});

test("a quote open in every row is a refusal for every row, in time that grows with the file alone", async () => {
  const rows = 20_000;
  const result = await checkBytes(`id,name\n${'1,"abc\n'.repeat(rows)}`);
  expect(result.codes["bad-quote"]).toBe(rows - 1);
  expect(result.codes["truncated-file"]).toBe(1);
  expect(result.report.records).toBe(rows);
}, 30_000);

test("a quote open before empty quoted cells is found out at the next quote that opens a cell", async () => {
  const result = await checkBytes(`id,name\n1,"a\n${'2,""\n'.repeat(100)}3,"b"\n4,c\n`);
  expect(refusals(result)).toEqual([["bad-quote", "unclosed-quote", 2, 2, 2]]);
  expect(result.rows).toBe(102);
});

test("a record that is too long is refused, and the lines below it are read", async () => {
  const result = await checkBytes(`id,name\n1,a\n2,${"b".repeat(5 << 20)}\n3,c\n4,x"y\n`);
  expect(refusals(result)).toEqual([
    ["truncated-file", "too-long", 3, 3, 3],
    ["bad-quote", "bad-quote", 5, 5, 5],
  ]);
  expect(result.rows).toBe(2);
});

test("a line of nothing but delimiters does not fill the memory", async () => {
  const before = process.memoryUsage().rss;
  const result = await checkBytes(Buffer.concat([Buffer.alloc(64 << 20, ","), Buffer.from("\n1,2\n")]));
  expect(result.codes["truncated-file"]).toBe(1);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 << 20);
}, 60_000);

test("reading stops, and says so, when too much has to be read again", async () => {
  const dir = await mkdtemp(join(tmpdir(), "reread-"));
  try {
    const path = join(dir, "input.csv");
    await writeFile(path, `id,name\n${'1,"abc\n'.repeat(1000)}`);
    const { dialect } = readDialect(await scanFile({ path, quote: 34 }), { settings: {}, ruleset: null });
    let records = 0;
    let stopped = false;
    for await (const batch of readRecords({ path, dialect, rereadLimit: () => 100 })) {
      records += batch.records.length;
      stopped ||= batch.stopped;
    }
    expect(stopped).toBe(true);
    expect(records).toBeGreaterThan(10);
    expect(records).toBeLessThan(100);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
