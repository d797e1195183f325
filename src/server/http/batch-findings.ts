import { z } from "zod";
import { findingCsvHeader, findingCsvLine, findingJsonLine } from "@/core/report/finding-lines";
import { BatchFindingsFilter } from "@/services/batch-inputs";
import type { Context } from "@/services/context";
import { type BatchFinding, exportBatchFindings } from "@/services/export-batch-findings";
import { batchIdOf, type IdRoute } from "./id-route";
import type { Lang } from "./render-view";
import { textStream } from "./text-stream";

const { code, severity } = BatchFindingsFilter.shape;

/** The query string of `GET /api/batches/:id/findings`. */
export const BatchFindingsQuery = z.object({
  format: z.enum(["csv", "ndjson"]).default("csv"),
  lang: z.enum(["en", "fr"]).default("en").meta({ description: "Language of title, message and remedy." }),
  code,
  severity,
});

/** Kept findings of all files of a batch, with the name of each one's file in front, streamed. */
export async function findings(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const batchId = await batchIdOf(route);
  const query = BatchFindingsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { format, lang, ...filter } = query;
  const all = await exportBatchFindings({ ctx, input: { ...filter, batchId } });
  return new Response(textStream(format === "csv" ? csvLines(all, lang) : jsonLines(all, lang)), {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="findings-of-batch-${batchId}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

async function* jsonLines(all: AsyncIterable<BatchFinding>, lang: Lang): AsyncGenerator<string, void> {
  for await (const finding of all) yield findingJsonLine(finding, lang);
}

async function* csvLines(all: AsyncIterable<BatchFinding>, lang: Lang): AsyncGenerator<string, void> {
  yield findingCsvHeader(["file"]);
  for await (const { file, ...finding } of all) yield findingCsvLine(finding, lang, [file]);
}
