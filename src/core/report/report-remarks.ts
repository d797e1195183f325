import type { FindingLocale } from "../findings/render-finding";
import type { FileReport, ValidationSummary } from "../validate-file";
import { notRunSentence } from "./not-run-sentence";

export interface RemarkedRun extends Pick<ValidationSummary, "counts" | "kept"> {
  report: Pick<FileReport, "notRun"> | null;
}

/** What a reader of findings must know of those that are not there: checks that were not made, and the cap. */
export function reportRemarks({ counts, kept, report }: RemarkedRun, locale: FindingLocale): string[] {
  const total = counts.error + counts.warning + counts.info;
  const notRun = (report?.notRun ?? []).map((check) => notRunSentence(check, locale));
  return kept < total ? [...notRun, capSentence(kept, total, locale)] : notRun;
}

function capSentence(kept: number, total: number, locale: FindingLocale): string {
  const { format } = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  return locale === "fr"
    ? `Constats conservés\u00a0: ${format(kept)} sur ${format(total)}. Tous sont comptés, les premiers de chaque code sont conservés.`
    : `Findings kept: ${format(kept)} of ${format(total)}. All are counted, the first of each code are kept.`;
}
