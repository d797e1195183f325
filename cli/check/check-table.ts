import { findingsTable, printable } from "../print-findings";
import type { Lang } from "../settings";
import { formatNumber, textsOf } from "../texts";
import { verdictOf } from "../verdict";
import type { Checked } from "./check";

const shown = 50;

/** The first findings as a table, what was not checked, and the verdict in a sentence. */
export function checkTable({ path, summary, findings }: Checked, lang: Lang): string {
  const texts = textsOf(lang);
  const number = (value: number) => formatNumber(value, lang);
  const { counts, rows, errorRows, report } = summary;
  const total = counts.error + counts.warning + counts.info;
  const lines: string[] = [];
  if (findings.length > 0) lines.push(findingsTable(findings.slice(0, shown), lang));
  if (total > shown) lines.push(texts.moreHere(number(Math.min(shown, findings.length)), number(total)));
  if (total > findings.length) lines.push(texts.capped(number(findings.length), number(total)));
  for (const { check, reason, rows } of report.notRun)
    lines.push(texts.skipped(check, rows === undefined ? reason : `${reason}, ${texts.rows(number(rows))}`));
  const verdict = verdictOf(
    { status: "completed", counts, rows, errorRows, errorCode: null, errorMessage: null },
    lang,
  );
  lines.push(`${printable(path)}: ${verdict}`);
  return `${lines.join("\n")}\n`;
}
