import { codeTitle } from "@/core/findings/render-finding";
import type { KeptFinding, RunDetail } from "../wire";
import { reportOf } from "./report-of";

/** The heading of a code: a rule's title comes with its findings while the run goes on, and with the report once it is done. */
export function titleOf(
  code: string,
  { locale, run, first = [] }: { locale: "en" | "fr"; run: RunDetail; first?: KeptFinding[] },
): string {
  const titles = reportOf(run)?.ruleTitles?.[code];
  const sample = titles ? { params: { "@title": titles } } : first.find((finding) => finding.code === code);
  return codeTitle(code, locale, sample);
}
