import type { z } from "zod";
import type { Context } from "@/services/context";
import { exportReport } from "@/services/export-report";
import { ExportReportInput } from "@/services/inputs";
import { type IdRoute, runIdOf } from "./id-route";
import { textStream } from "./text-stream";

/** The query string of `GET /api/validations/:id/report`. */
export const ReportQuery = ExportReportInput.omit({ runId: true });
export type ReportQuery = z.infer<typeof ReportQuery>;

/** The report of a completed run, as one JSON document. */
export async function report(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const query = ReportQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const text = await exportReport({ ctx, input: { ...query, runId } });
  return new Response(textStream(text), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="report-${query.format}-${runId}.json"`,
      "cache-control": "no-store",
    },
  });
}
