import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { validateFile } from "../../src/core/validate-file";

let scratchDir = "";
beforeEach(async () => {
  scratchDir = await mkdtemp(join(tmpdir(), "samples-"));
});
afterEach(async () => {
  await rm(scratchDir, { recursive: true, force: true });
});

async function validate(id: string, name: string) {
  const folder = join("rulesets", id);
  const ruleset = parseRuleset(parse(await readFile(join(folder, "ruleset.yaml"), "utf8")));
  expect(ruleset.id).toBe(id);
  const path = join(folder, name);
  const { size: bytes } = await stat(path);
  const { codes, rows, counts } = await validateFile({
    path,
    bytes,
    ruleset,
    scratchDir,
    keptPerCode: 100,
    stagingMemoryMb: 64,
    referenceDate: "2026-11-15",
    onProgress() {},
    onFindings() {},
  });
  return { codes, rows, counts };
}

it.each(["contacts", "ramq-daily-claims"])("the valid sample of %s has no finding", async (id) => {
  const { codes, rows } = await validate(id, "sample-valid.csv");
  expect({ codes, rows }).toEqual({ codes: {}, rows: 40 });
});

it("the faulty contacts show what each check says", async () => {
  expect((await validate("contacts", "sample-faulty.csv")).codes).toEqual({
    "primary-key": 1,
    required: 1,
    "type-error": 1,
    "out-of-locale": 2,
    "format-error": 3,
    enum: 1,
    minimum: 1,
    "missing-cell": 1,
    "extra-cell": 1,
    "email-repeats-name": 1,
    "born-in-the-future": 1,
  });
});

it("the faulty claims show a damaged header and the mistakes seen in the field", async () => {
  expect((await validate("ramq-daily-claims", "sample-faulty.csv")).codes).toEqual({
    "damaged-label": 1,
    "incorrect-label": 2,
    "type-error": 3,
    "out-of-locale": 1,
    "check-digit": 1,
    "format-error": 1,
    pattern: 2,
    minimum: 1,
    required: 1,
    "missing-cell": 1,
    "late-claim": 1,
    "service-in-the-future": 1,
    reconciliation: 1,
  });
});
