import { formatMoney } from "@/core/findings/format-money";
import { batchVerdictOf } from "./batch-verdict";
import type { Batch, BatchRun } from "./client";
import { tableOf } from "./lists";
import { printable } from "./print-findings";
import type { Settings } from "./settings";
import { formatNumber, textsOf } from "./texts";

/** Prints the verdict on a batch and the money at stake in it, or one line of JSON. */
export function printBatch({ lang }: Settings, batch: Batch, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ batch }));
    return;
  }
  console.log(batchVerdictOf(batch, lang));
  const texts = textsOf(lang);
  const { atStake, missed, currency } = batch;
  if (atStake !== null) console.log(texts.atStake(formatMoney(atStake, currency, lang)));
  if (missed !== null) console.log(texts.missed(formatMoney(missed, currency, lang)));
}

/** Prints what came of each file of a batch, as a table or a line of JSON each. */
export function printBatchRuns({ lang }: Settings, runs: readonly BatchRun[], json: boolean): void {
  if (json) for (const run of runs) console.log(JSON.stringify({ run }));
  if (json || runs.length === 0) return;
  const texts = textsOf(lang);
  const rows = runs.map(({ runId, fileName, status, rows, counts }) => [
    runId,
    printable(fileName),
    texts.statuses[status],
    formatNumber(rows, lang),
    formatNumber(counts.error, lang),
    formatNumber(counts.warning, lang),
  ]);
  console.log(tableOf(texts.runsHead.slice(0, 6), rows, [3, 4, 5]));
}
