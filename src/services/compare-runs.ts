import type { Finding } from "@/core/findings/finding";
import { type ComparedTotal, compareTotals } from "@/core/report/compare-totals";
import { type ComparableFinding, comparable, matchFindings } from "@/core/report/match-findings";
import { listTotals } from "@/db/list-totals";
import { AppError } from "@/errors";
import type { Call, Context } from "./context";
import { exportFindings } from "./export-findings";
import { findOwnRun } from "./find-own-run";
import type { CompareRunsInput } from "./inputs";
import { type RunDetails, type RunSummary, toSummary } from "./run-details";

interface FindingList {
  count: number;
  /** The first of them. */
  items: Finding[];
}

/** A code of which one of the runs keeps fewer findings than it counted, so that single findings cannot be compared. */
export interface PartlyKept {
  code: string;
  keptBefore: number;
  totalBefore: number;
  keptAfter: number;
  totalAfter: number;
}

export interface Comparison {
  before: RunSummary;
  after: RunSummary;
  /** Exact counts by code and field. */
  totals: ComparedTotal[];
  mended: FindingList;
  new: FindingList;
  unchanged: FindingList;
  /** Codes that the three lists leave out. */
  partlyKept: PartlyKept[];
  /** Titles of the rules by id, in English and in French. */
  ruleTitles: Record<string, string[]>;
}

/**
 * Compares a run with another one of the same ruleset, `otherId` being the earlier: exact counts side by side, and which kept
 * findings are gone, new or still there. Throws AppError `not-found`, and `conflict` when the two cannot be compared.
 */
export async function compareRuns({ ctx, input }: Call<CompareRunsInput>): Promise<Comparison> {
  const { runId, otherId, limit } = input;
  const [after, before] = await Promise.all([findOwnRun(ctx, runId), findOwnRun(ctx, otherId)]);
  mustBeComparable(before, after);
  const { ownerId } = ctx.actor;
  const [totalsBefore, totalsAfter, keptBefore, keptAfter] = await Promise.all([
    listTotals({ ownerId, runId: otherId }),
    listTotals({ ownerId, runId }),
    readKept(ctx, otherId),
    readKept(ctx, runId),
  ]);
  const partlyKept = findPartlyKept(before, after, keptBefore, keptAfter);
  const leftOut = new Set(partlyKept.map(({ code }) => code));
  const isWhole = ({ finding }: ComparableFinding) => !leftOut.has(finding.code);
  const { mended, fresh, unchanged } = matchFindings(keptBefore.filter(isWhole), keptAfter.filter(isWhole));
  const list = (found: Finding[]): FindingList => ({ count: found.length, items: found.slice(0, limit) });
  return {
    before: toSummary({ ...before, report: null }),
    after: toSummary({ ...after, report: null }),
    totals: compareTotals(totalsBefore, totalsAfter),
    mended: list(mended),
    new: list(fresh),
    unchanged: list(unchanged),
    partlyKept,
    ruleTitles: { ...before.report?.ruleTitles, ...after.report?.ruleTitles },
  };
}

function mustBeComparable(before: RunDetails, after: RunDetails): void {
  if (before.runId === after.runId) throw new AppError("conflict", "A run is not compared with itself.");
  if (before.status !== "completed" || after.status !== "completed")
    throw new AppError("conflict", "Only completed runs are compared.");
  if (before.rulesetId !== after.rulesetId)
    throw new AppError("conflict", "The two runs are of different rulesets.");
}

async function readKept(ctx: Context, runId: string): Promise<ComparableFinding[]> {
  const kept: ComparableFinding[] = [];
  for await (const view of await exportFindings({ ctx, input: { runId } })) {
    const { code, severity, row, line, byte, column, field, params } = view;
    kept.push(comparable({ code, severity, row, line, byte, column, field, params }, view.cells));
  }
  return kept;
}

function findPartlyKept(
  before: RunSummary,
  after: RunSummary,
  keptBefore: readonly ComparableFinding[],
  keptAfter: readonly ComparableFinding[],
): PartlyKept[] {
  const [ofBefore, ofAfter] = [countByCode(keptBefore), countByCode(keptAfter)];
  const codes = new Set([...Object.keys(before.codes), ...Object.keys(after.codes)]);
  return Array.from(codes, (code) => ({
    code,
    keptBefore: ofBefore.get(code) ?? 0,
    totalBefore: before.codes[code] ?? 0,
    keptAfter: ofAfter.get(code) ?? 0,
    totalAfter: after.codes[code] ?? 0,
  })).filter((one) => one.keptBefore < one.totalBefore || one.keptAfter < one.totalAfter);
}

function countByCode(kept: readonly ComparableFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of kept) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  return counts;
}
