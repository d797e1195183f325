import type { Snapshot } from "@/snapshot";
import { safeText } from "./safe-text";

export type Counters = Pick<Snapshot, "rows" | "errorRows" | "counts" | "codes" | "kept">;

export function counterColumns(counters: Counters) {
  const codes = Object.entries(counters.codes).map(([code, count]) => [safeText(code), count] as const);
  return {
    rows: BigInt(counters.rows),
    errorRows: BigInt(counters.errorRows),
    errorCount: BigInt(counters.counts.error),
    warningCount: BigInt(counters.counts.warning),
    infoCount: BigInt(counters.counts.info),
    codeCounts: Object.fromEntries(codes),
    keptFindings: counters.kept,
  };
}

/** A run's columns as before its first row was read. */
export const nothingRead = {
  ...counterColumns({ rows: 0, errorRows: 0, counts: { error: 0, warning: 0, info: 0 }, codes: {}, kept: 0 }),
  bytesRead: 0n,
  progress: 0,
  stage: null,
};
