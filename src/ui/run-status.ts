import type { RunStatus, Stage } from "@/snapshot";

// Beside the schemas of src/snapshot.ts, so that the browser need not load them.
export const runStatuses = [
  "queued",
  "processing",
  "completed",
  "failed",
  "cancelled",
] as const satisfies RunStatus[];

export const stages = [
  { stage: "parse", from: 0, to: 50 },
  { stage: "insert", from: 50, to: 75 },
  { stage: "rules", from: 75, to: 90 },
  { stage: "store", from: 90, to: 100 },
] as const satisfies { stage: Stage; from: number; to: number }[];

export const maxAttempts = 3;

/** True when nothing more happens to the run unless a person asks for a retry. */
export function isOver(status: RunStatus): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}

/** Runs a page of the list; the server's first page and the browser's must agree. */
export const runsPageSize = 25;
