import type { Snapshot } from "@/snapshot";
import type { Run } from "./client";
import { reasonOf } from "./failure-texts";
import { nextStepOf } from "./next-step";
import type { Lang } from "./settings";
import { countOf, formatNumber, textsOf } from "./texts";

/** 0 valid (warnings allowed), 1 findings of severity error, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

export function exitCodeOf({ status, counts }: Pick<Snapshot, "status" | "counts">): ExitCode {
  if (status !== "completed") return 2;
  return counts.error > 0 ? 1 : 0;
}

type Judged = Pick<Run, "status" | "counts" | "rows" | "errorRows" | "errorMessage" | "errorCode">;

/** The verdict on a final run in one sentence. */
export function verdictOf(run: Judged, lang: Lang): string {
  const texts = textsOf(lang);
  const number = (value: number) => formatNumber(value, lang);
  const { status, counts, rows, errorRows } = run;
  if (status === "failed" || status === "cancelled") return texts.notRun(status, whyNotRun(run, lang));
  if (counts.error > 0) {
    const errors = countOf(counts.error, "error", lang);
    return errorRows > 0 ? texts.invalid(errors, number(errorRows), number(rows)) : texts.fileInvalid(errors);
  }
  const notes = (["warning", "info"] as const).filter((severity) => counts[severity] > 0);
  if (notes.length === 0) return texts.valid(number(rows));
  return texts.validWith(
    notes.map((severity) => countOf(counts[severity], severity, lang)).join(", "),
    number(rows),
  );
}

/** The service's own words are English. */
function whyNotRun({ errorMessage, errorCode }: Judged, lang: Lang): string {
  const why = (lang === "en" && errorMessage) || reasonOf(errorCode, lang);
  return `${why} ${nextStepOf(errorCode, lang)}`.trimEnd();
}
