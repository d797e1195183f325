import Table from "cli-table3";
import { createClient } from "./client";
import { printable } from "./print-findings";
import type { Settings } from "./settings";
import { formatNumber, textsOf } from "./texts";
import type { ExitCode } from "./verdict";

export interface ListOptions {
  json: boolean;
}

/** Prints the newest runs. */
export async function listRuns(
  settings: Settings,
  { json, limit }: ListOptions & { limit: number },
): Promise<ExitCode> {
  const { items } = await createClient(settings).runs.list.query({ limit });
  if (json) return printJson(items);
  const { lang } = settings;
  const texts = textsOf(lang);
  if (items.length === 0) console.error(texts.noRuns);
  else {
    const when = new Intl.DateTimeFormat(lang === "fr" ? "fr-CA" : "en-CA", {
      dateStyle: "short",
      timeStyle: "short",
    });
    const rows = items.map(({ runId, fileName, status, rows, counts, createdAt }) => [
      runId,
      printable(fileName),
      texts.statuses[status],
      formatNumber(rows, lang),
      formatNumber(counts.error, lang),
      formatNumber(counts.warning, lang),
      when.format(new Date(createdAt)),
    ]);
    console.log(tableOf(texts.runsHead, rows, [3, 4, 5]));
  }
  return 0;
}

export function printJson(items: unknown[]): ExitCode {
  for (const item of items) console.log(JSON.stringify(item));
  return 0;
}

export function tableOf(head: string[], rows: string[][], numeric: number[]): string {
  const colAligns = head.map((_, at) => (numeric.includes(at) ? "right" : "left") as "right" | "left");
  const table = new Table({ head, colAligns, style: { head: [], border: [], compact: true } });
  table.push(...rows);
  return table.toString();
}
