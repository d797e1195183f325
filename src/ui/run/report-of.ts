import type { RunDetail, WatchEvent } from "../wire";

export type Report = NonNullable<WatchEvent["report"]>;

function isReport(value: unknown): value is Report {
  return typeof value === "object" && value !== null && "columns" in value && Array.isArray(value.columns);
}

/** The report on the file, once the run has one. */
export function reportOf({ report }: Pick<RunDetail, "report">): Report | null {
  return isReport(report) ? report : null;
}
