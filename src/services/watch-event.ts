import type { ValidationSummary } from "@/core/validate-file";
import type { FindingView } from "@/db/finding-view";
import type { Snapshot } from "@/snapshot";
import type { FileReport } from "./file-report";
import type { RulesetFacts } from "./ruleset-facts";
import type { RunSummary } from "./run-details";

/** One message about one run. The optional ones come with the final snapshot only. */
export interface WatchEvent {
  snapshot: Snapshot;
  /** Place in the queue, 1 being next; null unless the run is queued. */
  position: number | null;
  /** Living worker processes; null unless the run is queued. */
  workers: number | null;
  /** Kept findings that are new since the last event, until 50 were sent in this attempt. */
  findings: FindingView[];
  totals?: ValidationSummary["totals"];
  report?: FileReport | null;
  fileKept?: boolean;
  overview?: RulesetFacts["overview"];
}

/** One message about all of an owner's runs. */
export type RunsEvent =
  | { kind: "page"; runs: RunSummary[]; nextCursor: string | null; workers: number }
  | { kind: "snapshot"; snapshot: Snapshot }
  | { kind: "run"; run: RunSummary }
  | { kind: "deleted"; runId: string };
