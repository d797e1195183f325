import { expect, test, vi } from "vitest";
import { claimsFile } from "../../../rulesets/generate/claims/claims-file";
import { csvLine } from "../../../rulesets/generate/csv-text";
import type { KeptFinding } from "../../../src/core/validate-file";
import { encode, type TestEncoding } from "../../property/encode";
import { referenceDate, validateSampleFile } from "./validate-sample-file";

vi.setConfig({ testTimeout: 30_000 });

// U+FFFD in the damaged header cannot be written in windows-1252.
const [, ...rows] = [...claimsFile({ seed: 3, rows: 60, isFaulty: true, until: referenceDate })];
const [header = []] = claimsFile({ seed: 3, rows: 1, isFaulty: false, until: referenceDate });

/** What a finding says, without where its bytes lie. */
const said = (kept: readonly KeptFinding[]) =>
  kept.map(({ finding: { byte: _, ...finding }, cells, affectedRows, overview }) => ({
    finding,
    cells,
    affectedRows,
    overview,
  }));

async function findingsOf(encoding: TestEncoding, delimiter: string, lineEnd: string) {
  const text = [header, ...rows].map((row) => csvLine(row, { delimiter, lineEnd })).join("");
  const { kept, codes, counts, totals, report } = await validateSampleFile(
    "ramq-daily-claims",
    encode(text, encoding),
  );
  return { codes, counts, totals, notRun: report.notRun, findings: said(kept) };
}

const plain = findingsOf("utf-8", ";", "\n");

test("the file has findings of every kind of rule", async () => {
  const { codes } = await plain;
  for (const code of ["office-fee-19928", "intervention-overlap", "late-claim", "tariff", "check-digit"])
    expect(codes[code]).toBeGreaterThan(0);
});

test.each([
  ["utf-8", ",", "\n"],
  ["utf-8", ";", "\r\n"],
  ["utf-8-bom", ";", "\n"],
  ["utf-16le", ",", "\r\n"],
  ["utf-16be", ";", "\n"],
  ["windows-1252", ";", "\n"],
  ["windows-1252", ",", "\r\n"],
] as const)("the same findings in %s with %j and %j", async (encoding, delimiter, lineEnd) => {
  expect(await findingsOf(encoding, delimiter, lineEnd)).toEqual(await plain);
});
