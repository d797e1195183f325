import Table from "cli-table3";
import type { Finding } from "@/core/findings/finding";
import { renderFinding } from "@/core/findings/render-finding";
import type { Client, FindingView } from "./client";
import type { Lang } from "./settings";
import { formatNumber, textsOf } from "./texts";

const pageSize = 500;

/** Kept findings of a run in the order they were found, at most `limit`. */
export async function readFindings(client: Client, runId: string, limit: number): Promise<FindingView[]> {
  const findings: FindingView[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.runs.findings.query({
      runId,
      cursor,
      limit: Math.min(pageSize, limit - findings.length),
    });
    findings.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && findings.length < limit);
  return findings;
}

/** Findings as a table with one sentence each, as wide as the terminal. */
export function findingsTable(findings: readonly Finding[], lang: Lang): string {
  const texts = textsOf(lang);
  const number = (value: number | null) => (value === null ? "" : formatNumber(value, lang));
  const rows = findings.map((finding) => [
    finding.row === null ? texts.wholeFile : number(finding.row),
    number(finding.line),
    finding.field ?? number(finding.column),
    texts.severities[finding.severity],
    renderFinding(finding, lang).message,
  ]);
  const head = [texts.row, texts.line, texts.column, texts.severity, texts.message];
  const table = new Table({
    head,
    colAligns: ["right", "right", "left", "left", "left"],
    colWidths: widths(head, rows),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => row.map(printable)));
  return table.toString();
}

const padding = 2;
const narrowestMessage = 30;

function widths(head: string[], rows: string[][]): number[] {
  const natural = head.map(
    (title, at) => Math.min(28, Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0))) + padding,
  );
  const first = natural.slice(0, -1);
  const borders = head.length + 1;
  const left = (process.stdout.columns ?? 120) - borders - first.reduce((sum, width) => sum + width, 0);
  return [...first, Math.max(narrowestMessage, left)];
}

/** A cell of a file may hold control characters that would drive the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "�");
}
