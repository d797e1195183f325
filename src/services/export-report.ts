import { checkReportText } from "@/core/report/check-report";
import { frictionlessReport } from "@/core/report/frictionless-report";
import { findRunSource } from "@/db/find-run-source";
import type { FindingView } from "@/db/finding-view";
import { AppError } from "@/errors";
import type { Call } from "./context";
import { exportFindings } from "./export-findings";
import { findOwnRun } from "./find-own-run";
import type { ExportReportInput } from "./inputs";
import { listTotals } from "./list-totals";

/**
 * The whole report of a completed run as JSON text, in pieces: in the shape of a Frictionless report, or as
 * `facnet check --format json` prints it. Throws AppError `not-found`, and `conflict` when the run has no report.
 */
export async function exportReport({
  ctx,
  input,
}: Call<ExportReportInput>): Promise<AsyncGenerator<string, void>> {
  const { runId, format, lang } = input;
  const [run, source] = await Promise.all([
    findOwnRun(ctx, runId),
    findRunSource({ ownerId: ctx.actor.ownerId, runId }),
  ]);
  const { report } = run;
  if (!source || run.status !== "completed" || !report)
    throw new AppError("conflict", "The run has no report: it is not completed.");
  const { bytes, sha256 } = source.file;
  const findings = await exportFindings({ ctx, input: { runId } });
  if (format === "facnet") return checkReportText({ ...run, report }, findings, { bytes, kept: run.kept });
  const reported = {
    ...run,
    report,
    totals: await listTotals({ ctx, input }),
    place: run.fileName,
    bytes,
    sha256,
    seconds: secondsOf(run),
  };
  return frictionlessReport(reported, withCells(findings), lang);
}

async function* withCells(findings: AsyncIterable<FindingView>) {
  for await (const finding of findings) yield { finding, cells: finding.cells };
}

function secondsOf({
  startedAt,
  finishedAt,
}: {
  startedAt: string | null;
  finishedAt: string | null;
}): number {
  return startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : 0;
}
