import type { Finding } from "../findings/finding";
import { codeTitle, type FindingLocale } from "../findings/render-finding";
import type { FileReport, FindingTotal, ValidationSummary } from "../validate-file";
import { frictionlessError } from "./frictionless-error";
import { jsonAround } from "./json-around";
import { reportRemarks } from "./report-remarks";

export interface ReportedRun extends Pick<ValidationSummary, "counts" | "rows" | "kept" | "totals"> {
  report: Pick<FileReport, "columns" | "notRun" | "ruleTitles"> | null;
  /** The file's name or path. */
  place: string;
  bytes: number;
  sha256?: string | undefined;
  seconds: number;
}

export interface ReportedFinding {
  finding: Finding;
  cells: readonly string[] | null;
}

/**
 * The text of a report in the shape of frictionless-py 5, in pieces. Its errors are the kept findings of severity error;
 * `stats.errors` counts all of them. The lighter findings, the checks that were not made and the cap are warnings.
 */
export async function* frictionlessReport(
  run: ReportedRun,
  findings: AsyncIterable<ReportedFinding> | Iterable<ReportedFinding>,
  locale: FindingLocale,
): AsyncGenerator<string, void> {
  const valid = run.counts.error === 0;
  const labels = run.report?.columns.map(({ name }) => name) ?? [];
  const warnings = warningsOf(run, locale);
  const counted = { errors: run.counts.error, warnings: warnings.length, seconds: run.seconds };
  const task = {
    name: nameOf(run.place),
    type: "table",
    valid,
    place: run.place,
    labels,
    stats: {
      ...(run.sha256 === undefined ? {} : { sha256: run.sha256 }),
      bytes: run.bytes,
      fields: labels.length,
      rows: run.rows,
      ...counted,
    },
    warnings,
  };
  const report = { valid, stats: { tasks: 1, ...counted }, warnings: [], errors: [] };
  yield `${JSON.stringify(report).slice(0, -1)},"tasks":[`;
  yield* jsonAround(task, "errors", errorsOf(findings, labels, locale));
  yield "]}\n";
}

async function* errorsOf(
  findings: AsyncIterable<ReportedFinding> | Iterable<ReportedFinding>,
  labels: readonly string[],
  locale: FindingLocale,
) {
  for await (const { finding, cells } of findings)
    if (finding.severity === "error") yield frictionlessError(finding, cells, { labels, locale });
}

function warningsOf(run: ReportedRun, locale: FindingLocale): string[] {
  const number = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  return [
    ...reportRemarks(run, locale),
    ...lighter(run.totals).map(({ code, count }) => {
      const titles = run.report?.ruleTitles?.[code];
      const title = codeTitle(code, locale, titles && { params: { "@title": titles } });
      return `${title} (${code})${locale === "fr" ? "\u00a0" : ""}: ${number.format(count)}`;
    }),
  ];
}

/** The counts of the codes that are no errors. */
function lighter(totals: readonly FindingTotal[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code, severity, count } of totals)
    if (severity !== "error") counts.set(code, (counts.get(code) ?? 0) + count);
  return Array.from(counts, ([code, count]) => ({ code, count }));
}

/** A resource name may hold lower-case letters, digits and a few signs. */
function nameOf(place: string): string {
  const base = place.split(/[\\/]/).at(-1) ?? place;
  const plain = base
    .replace(/\.[^.]+$/, "")
    .normalize("NFD")
    .toLowerCase();
  return (
    plain
      .replace(/\p{M}/gu, "")
      .replace(/[^-a-z0-9._]+/g, "-")
      .replace(/^-+|-+$/g, "") || "table"
  );
}
