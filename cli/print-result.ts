import type { Client, Run } from "./client";
import { findingsTable, printable, readFindings } from "./print-findings";
import { printMoney } from "./print-money";
import type { Settings } from "./settings";
import { formatNumber, textsOf } from "./texts";
import { verdictOf } from "./verdict";

const shownInTable = 50;

/**
 * Prints a final run to stdout: its findings as a table and the verdict, or one line of JSON with every kept finding.
 * A run that did not complete is said on stderr.
 */
export async function printResult(
  client: Client,
  settings: Settings,
  run: Run,
  json: boolean,
): Promise<void> {
  if (json) {
    const findings = await readFindings(client, run.runId, Number.POSITIVE_INFINITY);
    const totals = await client.runs.totals.query({ runId: run.runId });
    console.log(JSON.stringify({ run, totals, findings }));
  }
  const { lang } = settings;
  const verdict = `${printable(run.fileName)}: ${verdictOf(run, lang)}`;
  if (run.status !== "completed") console.error(`facnet: ${verdict}`);
  if (json || run.status !== "completed") return;
  const texts = textsOf(lang);
  const { error, warning, info } = run.counts;
  const total = error + warning + info;
  if (total > 0) {
    const findings = await readFindings(client, run.runId, shownInTable);
    if (findings.length > 0) console.log(findingsTable(findings, lang));
    const number = (value: number) => formatNumber(value, lang);
    if (total > findings.length) console.log(texts.more(number(findings.length), number(total), run.runId));
    if (total > run.kept) console.log(texts.capped(number(run.kept), number(total)));
  }
  console.log(verdict);
  await printMoney(client, run.runId, lang);
}
