import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderFinding } from "@/core/findings/render-finding";
import type { AloneReport } from "./validate-alone";

const run = promisify(execFile);
const mostMb = 300;
const blocks = 33; // of 64 MiB: more bytes than a signed 32-bit offset can say

let dir = "";
let path = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "facnet-one-line-"));
  path = join(dir, "one-line.csv");
  const block = Buffer.alloc(64 << 20, "12345,abcdefgh,");
  const file = await open(path, "w");
  for (let at = 0; at < blocks; at += 1) await file.write(block, 0, block.length, at * block.length);
  await file.close();
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

async function putFirst(text: string): Promise<void> {
  const file = await open(path, "r+");
  await file.write(text, 0);
  await file.close();
}

async function validateAlone(delimiter: string): Promise<AloneReport> {
  const script = ["--import", "tsx", "tests/integration/validate-alone.ts", path, delimiter];
  return JSON.parse((await run(process.execPath, script)).stdout);
}

test.each([
  ["of cells without end", { first: "1", delimiter: ",", reason: "too-long" }],
  ["of one cell", { first: "1", delimiter: ";", reason: "too-long" }],
  ["inside an open quote", { first: '"', delimiter: ",", reason: "open-quote" }],
])(
  "2 GB of one line %s end in one finding that says so, in little memory",
  async (_, line) => {
    await putFirst(line.first);
    const { findings, peakMb, ...counts } = await validateAlone(line.delimiter);
    expect(counts).toEqual({ rows: 0, refused: 1, records: 1 });
    const [unread = expect.fail("no finding"), ...others] = findings.filter(
      ({ severity }) => severity === "error",
    );
    expect(others).toEqual([]);
    expect(unread).toMatchObject({
      code: "truncated-file",
      row: 1,
      line: 1,
      params: { reason: line.reason },
    });
    expect(renderFinding(unread, "en").message).toMatch(/line 1 .*too long|line 1 .*never closed/);
    expect(renderFinding(unread, "fr").message).toContain("ligne 1");
    expect(peakMb).toBeLessThan(mostMb);
  },
  180_000,
);
