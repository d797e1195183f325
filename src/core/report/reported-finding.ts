import type { Finding } from "../findings/finding";
import type { KeptFinding } from "../validate-file";

/** A finding as reports give it. */
export interface ReportedFinding extends Finding {
  /** Rows that it is about, when there are several; the first 200. */
  affectedRows?: readonly number[] | undefined;
}

/** What reports tell of a kept finding: all but the cells of its rows. */
export function reportedFinding({ finding, affectedRows }: KeptFinding): ReportedFinding {
  return affectedRows ? { ...finding, affectedRows } : finding;
}
