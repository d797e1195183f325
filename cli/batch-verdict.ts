import type { Batch } from "./client";
import type { Lang } from "./settings";
import { countOf, formatNumber } from "./texts";
import type { ExitCode } from "./verdict";

/** 2 when a file could not be checked or did not come, else 1 for findings of severity error. */
export function exitCodeOfBatch({
  failed,
  cancelled,
  missing,
  errors,
}: Pick<Batch, "failed" | "cancelled" | "missing" | "errors">): ExitCode {
  if (failed + cancelled + missing > 0) return 2;
  return errors > 0 ? 1 : 0;
}

type Judged = Pick<
  Batch,
  "name" | "files" | "clean" | "warnings" | "errors" | "failed" | "cancelled" | "missing" | "counts"
>;

/** The verdict on a batch that has ended, in one sentence. */
export function batchVerdictOf(batch: Judged, lang: Lang): string {
  const number = (value: number) => formatNumber(value, lang);
  const say = (en: string, fr: string) => (lang === "fr" ? fr : en);
  const { files, clean, warnings, errors, failed, cancelled, missing, counts } = batch;
  const valid = clean + warnings;
  const found = countOf(counts.error, "error", lang);
  const parts = [
    say(
      `${number(valid)} of ${number(files)} files valid`,
      `fichiers valides : ${number(valid)} sur ${number(files)}`,
    ),
    errors > 0 && say(`${number(errors)} not valid (${found})`, `non valides : ${number(errors)} (${found})`),
    failed > 0 && say(`${number(failed)} could not be checked`, `non vérifiés : ${number(failed)}`),
    cancelled > 0 && say(`${number(cancelled)} cancelled`, `annulés : ${number(cancelled)}`),
    missing > 0 && say(`${number(missing)} did not come`, `non arrivés : ${number(missing)}`),
  ];
  return `${say("batch:", "lot :")} ${parts.filter((part) => part !== false).join(", ")}.`;
}

/** What a bar says of a batch at work. */
export function batchProgressOf(
  {
    state,
    files,
    expectedFiles,
    queued,
    processing,
  }: Pick<Batch, "state" | "files" | "expectedFiles" | "queued" | "processing">,
  lang: Lang,
): string {
  const total = state === "open" ? Math.max(expectedFiles ?? 0, files) : files;
  const done = formatNumber(files - queued - processing, lang);
  return lang === "fr"
    ? `${done} sur ${formatNumber(total, lang)} fichiers`
    : `${done} of ${formatNumber(total, lang)} files`;
}
