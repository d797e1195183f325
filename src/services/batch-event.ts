import type { BatchView } from "@/db/batch-view";
import type { BatchRun } from "@/db/list-batch-runs";

/** One message about one batch. */
export interface BatchEvent {
  batch: BatchView;
  /** Runs that are new or have changed since the last event; all of them when `isWhole`. */
  runs: BatchRun[];
  isWhole: boolean;
  /** Ids of runs that were deleted. */
  deleted: string[];
  /** Living worker processes. */
  workers: number;
}
