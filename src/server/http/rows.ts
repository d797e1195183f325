import { z } from "zod";
import type { Context } from "@/services/context";
import { exportRows } from "@/services/export-rows";
import { ExportRowsInput } from "@/services/inputs";
import { type IdRoute, runIdOf } from "./id-route";
import { textStream } from "./text-stream";

/** The query string of `GET /api/validations/:id/rows`. */
export const RowsQuery = ExportRowsInput.omit({ runId: true }).extend({
  safe: z
    .stringbool()
    .optional()
    .meta({ ...ExportRowsInput.shape.safe.meta(), override: { type: "boolean" } }),
});
export type RowsQuery = z.infer<typeof RowsQuery>;

/** How many rows the answer holds, and how many there are. */
export const RowsHeaders = z.object({
  "facnet-rows": z.string().meta({ description: "Rows in this answer." }),
  "facnet-rows-total": z
    .string()
    .meta({ description: "Rows of that kind in the file; more than `facnet-rows` once the file is gone." }),
});

/** The faulty rows or the sound rows of a completed run, as CSV. */
export async function rows(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const query = RowsQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { parts, charset, count, total } = await exportRows({ ctx, input: { ...query, runId } });
  return new Response(textStream(parts), {
    headers: {
      "content-type": `text/csv; charset=${charset}`,
      "content-disposition": `attachment; filename="${query.part}-rows-${runId}.csv"`,
      "cache-control": "no-store",
      "facnet-rows": String(count),
      "facnet-rows-total": String(total),
    },
  });
}
