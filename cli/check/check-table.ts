import { reportRemarks } from "@/core/report/report-remarks";
import { moneyLine } from "../money-line";
import { findingsTable, printable } from "../print-findings";
import type { Lang } from "../settings";
import { formatNumber, textsOf } from "../texts";
import { verdictOf } from "../verdict";
import type { Checked } from "./check";

const shown = 50;

/** The first findings as a table, what was not checked, and the verdict in a sentence. */
export function checkTable({ path, summary, findings, currency }: Checked, lang: Lang): string {
  const texts = textsOf(lang);
  const number = (value: number) => formatNumber(value, lang);
  const { counts, rows, errorRows } = summary;
  const total = counts.error + counts.warning + counts.info;
  const lines: string[] = [];
  if (findings.length > 0) lines.push(findingsTable(findings.slice(0, shown), lang));
  if (total > shown) lines.push(texts.moreHere(number(Math.min(shown, findings.length)), number(total)));
  lines.push(...reportRemarks(summary, lang).map(printable));
  const verdict = verdictOf(
    { status: "completed", counts, rows, errorRows, errorCode: null, errorMessage: null },
    lang,
  );
  lines.push(`${printable(path)}: ${verdict}`);
  const money = moneyLine(summary.totals, currency, lang);
  if (money) lines.push(money);
  return `${lines.join("\n")}\n`;
}
