import fc from "fast-check";
import { expect, test } from "vitest";
import { claimsFile } from "../../rulesets/generate/claims/claims-file";
import { csvText } from "../../rulesets/generate/csv-text";
import { referenceDate, validateSampleFile } from "../unit/rulesets/validate-sample-file";

const [header = [], ...rows] = [...claimsFile({ seed: 11, rows: 100, isFaulty: true, until: referenceDate })];
/** The claim's own number is in its first cell, wherever its row stands. */
const numberOf = (order: readonly string[][], row: number) => Number(order[row - 2]?.[0]);

/** Each finding by the claims that it is about, in an order that knows nothing of rows. */
async function groupsAtFault(order: readonly string[][]) {
  const { kept } = await validateSampleFile(
    "ramq-daily-claims",
    Buffer.from(csvText([header, ...order], ";")),
  );
  return kept
    .filter(({ finding }) => finding.row !== 1)
    .map(({ finding: { code, row, impact }, affectedRows }) => {
      const claims = (affectedRows ?? [row ?? 0]).map((at) => numberOf(order, at)).sort((a, b) => a - b);
      return `${code} ${claims.join(",")} ${impact ?? ""}`;
    })
    .sort();
}

const sorted = groupsAtFault(rows);

test("the order of the rows does not change which groups are at fault, nor what they cost", async () => {
  expect((await sorted).some((line) => line.startsWith("intervention-day-cap"))).toBe(true);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
      expect(await groupsAtFault(order)).toEqual(await sorted);
    }),
    { numRuns: 15 },
  );
}, 60_000);
