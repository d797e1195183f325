import { createHash } from "node:crypto";
import { byPlace } from "../findings/by-place";
import type { Finding } from "../findings/finding";

/** A kept finding as it is compared: without its row's cells, of which only a digest is held. */
export interface ComparableFinding {
  finding: Finding;
  /** The same code, field and row text. */
  exact: string;
  /** The same code, field, row number and own cell: for a row on which another cell was mended. */
  near: string;
}

export interface MatchedFindings {
  mended: Finding[];
  fresh: Finding[];
  unchanged: Finding[];
}

export function comparable(finding: Finding, cells: readonly string[] | null): ComparableFinding {
  const { code, field, column, row, params } = finding;
  const name = field ?? column ?? 0;
  const own = column === null ? null : (cells?.[column - 1] ?? null);
  return {
    finding,
    exact: digest([code, name, cells ?? params]),
    near: digest([code, name, row, own ?? params]),
  };
}

/**
 * Tells the findings of an earlier run that are gone from those that are still there, and those that are new. Rows may have
 * moved; each finding is matched once. A finding whose row both moved and changed is one gone and one new.
 */
export function matchFindings(
  before: readonly ComparableFinding[],
  after: readonly ComparableFinding[],
): MatchedFindings {
  const first = pair(before, after, "exact");
  const second = pair(first.before, first.after, "near");
  const matched = new Set([...first.matched, ...second.matched]);
  return {
    mended: findingsOf(second.before),
    fresh: findingsOf(second.after),
    unchanged: findingsOf(after.filter((one) => matched.has(one))),
  };
}

function findingsOf(found: readonly ComparableFinding[]): Finding[] {
  return found.map(({ finding }) => finding).sort(byPlace);
}

function pair(
  before: readonly ComparableFinding[],
  after: readonly ComparableFinding[],
  by: "exact" | "near",
) {
  const waiting = new Map<string, ComparableFinding[]>();
  for (const one of before) {
    const same = waiting.get(one[by]);
    if (same) same.push(one);
    else waiting.set(one[by], [one]);
  }
  const gone = new Set(before);
  const matched: ComparableFinding[] = [];
  const left: ComparableFinding[] = [];
  for (const one of after) {
    const partner = waiting.get(one[by])?.shift();
    if (partner) {
      gone.delete(partner);
      matched.push(one);
    } else left.push(one);
  }
  return { before: [...gone], after: left, matched };
}

function digest(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64");
}
