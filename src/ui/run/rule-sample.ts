import type { KeptFinding, RunDetail } from "../wire";
import { reportOf } from "./report-of";

/** What gives a rule's title: one of its findings while the run goes on, the report once it is done. */
export function ruleSample(
  run: RunDetail,
  code: string,
  first: KeptFinding[] = [],
): Pick<KeptFinding, "params"> | undefined {
  const title = reportOf(run)?.ruleTitles?.[code];
  return title ? { params: { "@title": title } } : first.find((finding) => finding.code === code);
}
