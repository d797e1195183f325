import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { claimsFile } from "../../../rulesets/generate/claims/claims-file";
import { healthNumber, wrongHealthNumber } from "../../../rulesets/generate/claims/health-number";
import { csvText } from "../../../rulesets/generate/csv-text";
import { sampleDay, sampleKinds } from "../../../rulesets/generate/sample-kinds";
import { healthNumberProblem } from "../../../src/core/schema/qc-health-number";
import { referenceDate, validateSampleFile } from "./validate-sample-file";

// A long file on a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

describe("the generator of claims", () => {
  it("gives the same file for the same seed, and another one for another", () => {
    const text = (seed: number) =>
      csvText([...claimsFile({ seed, rows: 50, isFaulty: true, until: referenceDate })], ";");
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it("makes valid numbers of made-up people, each once, and wrong ones", () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => healthNumber(i));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => healthNumberProblem(number) !== null)).toEqual([]);
    for (let i = 0; i < 500; i++) expect(healthNumberProblem(wrongHealthNumber(i))).toBe("check-digit");
  });

  it.each([1, 7, 42])(
    "seed %i: a long sound file has nothing but fees that were not billed",
    async (seed) => {
      const rows = [...claimsFile({ seed, rows: 3000, isFaulty: false, until: referenceDate })];
      const { codes, rows: read } = await validateSampleFile(
        "ramq-daily-claims",
        Buffer.from(csvText(rows, ";")),
      );
      expect(read).toBeGreaterThanOrEqual(3000);
      expect(Object.keys(codes)).toEqual(["office-fee-missed"]);
    },
  );
});

it.each(Object.entries(sampleKinds))("the samples of %s are the generator's own", async (folder, kind) => {
  for (const isFaulty of [false, true]) {
    const made = csvText(
      [...kind.make({ seed: 1, rows: kind.rows, isFaulty, until: sampleDay })],
      kind.delimiter,
    );
    const path = join("rulesets", folder, isFaulty ? "sample-faulty.csv" : "sample-valid.csv");
    expect(await readFile(path, "utf8")).toBe(made);
  }
});
