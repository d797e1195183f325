import type { Claim } from "../../../rulesets/generate/claims/claim";
import { claimCells } from "../../../rulesets/generate/claims/claim";
import { claimHeader } from "../../../rulesets/generate/claims/claim-header";
import { healthNumber } from "../../../rulesets/generate/claims/health-number";
import { csvText } from "../../../rulesets/generate/csv-text";
import { rowsAtFault, validateSampleFile } from "./validate-sample-file";

export type TestClaim = Partial<Claim> & {
  /** The number of a made-up person; each row is another one's where it is not given. */
  person?: number;
  /** Cells written as they stand, by label. */
  cells?: Record<string, string>;
};

/** A claim with which no rule finds fault: a telephone advice outside a practice, paid as it was billed. */
function soundClaim({ person, cells: _, ...part }: TestClaim, row: number): Claim {
  const billed = part.billed ?? 3000;
  return {
    invoice: `F-${row}`,
    day: "2026-11-10",
    start: "00:00",
    end: "",
    place: "0123X",
    code: "98901",
    units: "1",
    contexts: "",
    billed,
    paid: billed,
    doctor: "Dr A | 100001",
    patient: healthNumber(person ?? 1000 + row),
    ...part,
  };
}

/** The rows of a file of claims; the first is row 2 of the file. */
export function claimRows(claims: readonly TestClaim[]): string[][] {
  return claims.map((claim, i) => {
    const cells = claimCells(soundClaim(claim, i + 2), i + 1);
    for (const [label, text] of Object.entries(claim.cells ?? {})) cells[claimHeader.indexOf(label)] = text;
    return cells;
  });
}

/** The file's findings, and the rows at fault by code. */
export async function validateClaims(claims: readonly TestClaim[]) {
  const text = csvText([claimHeader, ...claimRows(claims)], ";");
  const summary = await validateSampleFile("ramq-daily-claims", Buffer.from(text));
  return { ...summary, faults: rowsAtFault(summary.kept) };
}

/** Only the rows at fault, by code. */
export const faultsOf = async (claims: readonly TestClaim[]) => (await validateClaims(claims)).faults;

export const times = (count: number, claim: TestClaim): TestClaim[] =>
  Array.from({ length: count }, () => claim);

const practice = "55123";
export const registered: TestClaim = { code: "98001", billed: 4210, place: practice };
export const walkIn: TestClaim = { code: "98002", billed: 2765, place: practice, contexts: "G160" };
export const fee: TestClaim = { code: "19928", billed: 3240, place: practice };
export const doubleFee: TestClaim = { code: "19929", billed: 6480, place: practice };

/** A session of clinical intervention between two times. */
export const session = (start: string, end: string, more: TestClaim = {}): TestClaim => ({
  code: "08857",
  start,
  end,
  ...more,
});
