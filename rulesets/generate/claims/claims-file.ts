import { daysBefore } from "../day";
import { makeRandom } from "../random";
import { claimCells } from "./claim";
import { claimHeader, damagedHeader } from "./claim-header";
import { type Clinic, doctorName, makeClaim, makeClinic } from "./clinic";
import { doctorDay } from "./doctor-day";
import { faultyCells } from "./faulty-cells";
import { faultyDay, faultyDays } from "./faulty-days";

export interface ClaimsOptions {
  seed: number;
  /** Rows at least: the last day is not cut. */
  rows: number;
  isFaulty: boolean;
  /** ISO day of the newest claim, which the rules take as their reference date. */
  until: string;
}

const doctors = 6;

/** The rows of a claims file, the header first, without ever holding more than a day of them. */
export function* claimsFile({ seed, rows, isFaulty, until }: ClaimsOptions): Generator<string[]> {
  const clinic = makeClinic(makeRandom(seed), until);
  const rules = Object.keys(faultyDays);
  yield isFaulty ? damagedHeader : claimHeader;
  let number = 0;
  let days = 0;
  const sound = isFaulty ? Math.floor(rows / 2) : rows;
  for (; number < sound; days++) {
    // A doctor comes back only on another day: 60 days for each, then a new doctor.
    const round = Math.floor(days / (doctors * 60));
    const doctor = doctorName(round * doctors + (days % doctors));
    const day = daysBefore(until, Math.floor(days / doctors) % 60);
    for (const claim of doctorDay(clinic, { doctor, day })) yield claimCells(claim, ++number);
  }
  if (!isFaulty) return;
  const spoiled = spoiledRows(clinic);
  for (let i = 0; number < rows || i < Math.max(rules.length, faultyCells.length + 1); i++) {
    const day = { doctor: doctorName(100_000 + i), day: daysBefore(until, i % 60) };
    const claims = faultyDay(clinic, rules[i % rules.length] ?? "", day);
    for (const claim of claims) yield claimCells(claim, ++number);
    yield spoiled(i, ++number);
  }
}

/** Rows that are wrong in one cell, or one cell short, each by a doctor of its own. */
function spoiledRows(clinic: Clinic) {
  return (i: number, number: number): string[] => {
    const claim = makeClaim(clinic, { doctor: doctorName(200_000 + i), day: clinic.until, code: "98901" });
    const cells = claimCells({ ...claim, paid: claim.billed }, number);
    const fault = faultyCells[i % (faultyCells.length + 1)];
    return fault ? cells.with(fault[0], fault[1]) : cells.slice(0, -1);
  };
}
