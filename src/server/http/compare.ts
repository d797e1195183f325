import { z } from "zod";
import { compareRuns } from "@/services/compare-runs";
import type { Context } from "@/services/context";
import { Finding, RunSummary } from "./bodies";
import { type IdRoute, runIdOf } from "./id-route";
import { json } from "./json";
import { renderTold } from "./render-view";

/** The query string of `GET /api/validations/:id/compare`. */
export const CompareQuery = z.object({
  with: z.uuid().meta({ description: "The earlier validation, of the same ruleset." }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: "Findings a list; their number is always exact." }),
  lang: z.enum(["en", "fr"]).default("en").meta({ description: "Language of title, message and remedy." }),
});
export type CompareQuery = z.infer<typeof CompareQuery>;

const whole = z.number().int();
const list = z.object({
  count: whole,
  items: z.array(Finding.omit({ id: true, cells: true, affectedRows: true, subject: true, day: true })),
});

/** The answer to it. */
export const Comparison = z
  .object({
    before: RunSummary,
    after: RunSummary,
    totals: z.array(
      z.object({
        code: z.string(),
        severity: Finding.shape.severity,
        column: whole,
        field: z.string(),
        before: whole,
        after: whole,
      }),
    ),
    mended: list,
    new: list,
    unchanged: list,
    partlyKept: z
      .array(
        z.object({
          code: z.string(),
          keptBefore: whole,
          totalBefore: whole,
          keptAfter: whole,
          totalAfter: whole,
        }),
      )
      .meta({ description: "Codes of which not every finding is kept: the three lists leave them out." }),
    ruleTitles: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: "Titles of the rules by id, in English and in French." }),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof Comparison>;

/** What was mended between two validations, and what is new. */
export async function compare(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const query = CompareQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { with: otherId, limit, lang } = query;
  const compared = await compareRuns({ ctx, input: { runId, otherId, limit } });
  const told = ({ count, items }: typeof compared.mended) => ({
    count,
    items: items.map((finding) => renderTold(finding, lang)),
  });
  const { mended, new: fresh, unchanged } = compared;
  return json({ ...compared, mended: told(mended), new: told(fresh), unchanged: told(unchanged) });
}
