import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { KeptFinding } from "@/core/validate-file";
import { maxRecordCells } from "../../src/core/csv/parser-options";
import { runInThread } from "../../worker/run-in-thread";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "wide-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Validates in a thread, whose heap is as small as a worker's. */
async function validate(text: string) {
  const path = join(dir, "wide.csv");
  await writeFile(path, text);
  const kept: KeptFinding[] = [];
  const input = {
    path,
    bytes: text.length,
    ruleset: null,
    overrides: {},
    scratchDir: dir,
    keptPerCode: 1000,
    stagingMemoryMb: 64,
    referenceDate: "2026-11-24",
  };
  const summary = await runInThread(input, {
    signal: AbortSignal.timeout(150_000),
    onProgress: () => {},
    onFindings: async (batch) => {
      kept.push(...batch);
    },
    onValidated: () => {},
  });
  expect(summary.rows + summary.report.rowsRefused).toBe(summary.report.records);
  return { summary, errors: kept.filter(({ finding }) => finding.severity === "error") };
}

const cellsOf = (cell: string, count: number) => `${`${cell},`.repeat(count - 1)}${cell}`;

test.each([
  ["with a line ending", `${cellsOf("a", 2_000_000)}\n1,2\n`],
  ["and nothing after it", cellsOf("a", 1_000_000)],
  ["that has a quote in the wrong place", `"a"x,${cellsOf("a", 1_000_000)}\n1,2\n`],
  ["of numbers, so that it is no header", `${cellsOf("7", 1_000_000)}\n${cellsOf("8", 1_000_000)}\n`],
])(
  "a first line of a million cells %s is refused, not a fault of ours",
  async (_, text) => {
    const { summary, errors } = await validate(text);
    expect(errors[0]?.finding).toMatchObject({ row: 1, line: 1 });
    expect(errors[0]?.finding.code).toMatch(/^(truncated-file|bad-quote)$/);
    expect(summary.report.rowsRefused).toBeGreaterThan(0);
  },
  90_000,
);

test("a row of more cells than a row can have is refused, and the rows around it are checked", async () => {
  const { summary, errors } = await validate(
    `a,b\n1,2\n3\n${cellsOf("4", maxRecordCells + 1)}\n5,6\n"7"x,8\n`,
  );
  expect(errors.map(({ finding }) => [finding.code, finding.row, finding.params.reason])).toEqual([
    ["missing-cell", 3, undefined],
    ["truncated-file", 4, "too-long"],
    ["bad-quote", 6, "bad-quote"],
  ]);
  expect(errors[1]?.cells).toBeNull();
  expect(summary).toMatchObject({ rows: 3, report: { rowsRefused: 2, records: 5, notRun: [] } });
}, 120_000);

test("the most cells that a row can have are read", async () => {
  const { summary, errors } = await validate(
    `${cellsOf("a", maxRecordCells)}\n${cellsOf("4", maxRecordCells)}\n`,
  );
  expect(errors.filter(({ finding }) => finding.code !== "duplicate-label")).toEqual([]);
  expect(summary.report.columns).toHaveLength(maxRecordCells);
}, 120_000);
