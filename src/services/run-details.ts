import type { RunView } from "@/db/run-view";
import { FileReport } from "./file-report";

/** A run in a list: all but its report, which may have thousands of columns. */
export type RunSummary = Omit<RunView, "report">;

/** A run on its own page. */
export type RunDetails = RunSummary & { report: FileReport | null };

export function toSummary({ report: _, ...summary }: RunView): RunSummary {
  return summary;
}

/** A report that an older version wrote in another shape is left out rather than shown half. */
export function toDetails({ report, ...summary }: RunView): RunDetails {
  return { ...summary, report: FileReport.safeParse(report).data ?? null };
}
