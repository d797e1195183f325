import type { Client } from "./client";
import { moneyLine } from "./money-line";
import type { Lang } from "./settings";

/** Prints the money at stake in all of a run's findings, kept or not, when there is any. */
export async function printMoney(client: Client, runId: string, lang: Lang): Promise<void> {
  const [{ currency }, totals] = await Promise.all([
    client.runs.get.query({ runId }),
    client.runs.totals.query({ runId }),
  ]);
  const line = moneyLine(totals, currency, lang);
  if (line) console.log(line);
}
