import { z } from "zod";
import type { Context } from "@/services/context";
import { inferRuleset } from "@/services/infer-ruleset";
import { DraftRulesetInput } from "@/services/inputs";
import { type IdRoute, runIdOf } from "./id-route";

/** The query string of `GET /api/validations/:id/draft-ruleset`. */
export const DraftQuery = z.object({ lang: DraftRulesetInput.shape.lang });
export type DraftQuery = z.infer<typeof DraftQuery>;

/** A ruleset drafted from the run's columns, as a YAML file to download. */
export async function draftRuleset(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const runId = await runIdOf(route);
  const { lang } = DraftQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { fileName, yaml } = await inferRuleset({ ctx, input: { runId, lang } });
  return new Response(yaml, {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}
