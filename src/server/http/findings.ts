import { z } from "zod";
import { findingCsvHeader, findingCsvLine, findingJsonLine } from "@/core/report/finding-lines";
import type { FindingView } from "@/db/finding-view";
import type { Context } from "@/services/context";
import { exportFindings } from "@/services/export-findings";
import { getRun } from "@/services/get-run";
import { FindingsFilter, ListFindingsInput } from "@/services/inputs";
import { listFindings } from "@/services/list-findings";
import { type IdRoute, runIdOf } from "./id-route";
import { json } from "./json";
import { type Lang, renderView } from "./render-view";
import { textStream } from "./text-stream";

const { code, severity, field, subject, day } = FindingsFilter.shape;

/** The query string of `GET /api/validations/:id/findings`. */
export const FindingsQuery = z.object({
  format: z.enum(["json", "ndjson", "csv"]).default("json"),
  lang: z.enum(["en", "fr"]).default("en").meta({ description: "Language of title, message and remedy." }),
  code,
  severity,
  field,
  subject,
  day,
  row: z.coerce.number().int().positive().optional(),
  cursor: ListFindingsInput.shape.cursor.meta({ description: "JSON only: `nextCursor` of the page before." }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: "JSON only: findings a page." }),
});
export type FindingsQuery = z.infer<typeof FindingsQuery>;

/** How many of the run's findings are kept, and how many were counted, whatever the filter. */
export const FindingsHeaders = z.object({
  "facnet-findings-kept": z
    .string()
    .optional()
    .meta({ description: "NDJSON and CSV: findings that are kept." }),
  "facnet-findings-total": z
    .string()
    .optional()
    .meta({ description: "NDJSON and CSV: findings that were counted." }),
});

/** Kept findings: a JSON page, or all of them as NDJSON or CSV, streamed. */
export async function findings(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const query = FindingsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { format, lang, cursor, limit, ...filter } = query;
  if (format === "json") {
    const page = await listFindings({ ctx, input: { ...filter, runId, cursor, limit } });
    return json({ ...page, items: page.items.map((item) => renderView(item, lang)) });
  }
  const { kept, counts } = await getRun({ ctx, input: { runId } });
  const all = await exportFindings({ ctx, input: { ...filter, runId } });
  return new Response(textStream(format === "csv" ? csvLines(all, lang) : jsonLines(all, lang)), {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="findings-${runId}.${format}"`,
      "cache-control": "no-store",
      "facnet-findings-kept": String(kept),
      "facnet-findings-total": String(counts.error + counts.warning + counts.info),
    },
  });
}

async function* jsonLines(all: AsyncIterable<FindingView>, lang: Lang): AsyncGenerator<string, void> {
  for await (const finding of all) yield findingJsonLine(finding, lang);
}

async function* csvLines(all: AsyncIterable<FindingView>, lang: Lang): AsyncGenerator<string, void> {
  yield findingCsvHeader();
  for await (const finding of all) yield findingCsvLine(finding, lang);
}
