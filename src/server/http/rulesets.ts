import { z } from "zod";
import { checkRuleset } from "@/services/check-ruleset";
import type { Context } from "@/services/context";
import { getReferenceTable } from "@/services/get-reference-table";
import { getRulesetText } from "@/services/get-ruleset-text";
import { ReadRulesetInput, RulesetDraft } from "@/services/inputs";
import { listReferenceTables } from "@/services/list-reference-tables";
import { listRulesetVersions } from "@/services/list-ruleset-versions";
import { listRulesets } from "@/services/list-rulesets";
import { saveRuleset } from "@/services/save-ruleset";
import type { IdRoute } from "./id-route";
import { json } from "./json";
import { readRulesetForm } from "./read-ruleset-form";

/** The query string of `GET /api/rulesets/:id`. */
export const RulesetQuery = z.object({
  version: z.coerce.number().int().positive().optional().meta({ description: "The latest when absent." }),
  format: ReadRulesetInput.shape.format,
});
export type RulesetQuery = z.infer<typeof RulesetQuery>;

/** The query string of `GET /api/rulesets/:id/tables` and of one table. */
export const TableQuery = RulesetQuery.pick({ version: true });
export type TableQuery = z.infer<typeof TableQuery>;

/** The query string of `POST /api/rulesets`. */
export const SaveQuery = z.object({
  dryRun: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "With `true` nothing is saved: the answer says what is wrong, and where." }),
  lang: RulesetDraft.shape.lang,
});
export type SaveQuery = z.infer<typeof SaveQuery>;

const mostBytes = 1_000_000;
const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);
const addressOf = (id: string) => `/api/rulesets/${encodeURIComponent(id)}`;

export async function list(_: Request, ctx: Context): Promise<Response> {
  const rulesets = await listRulesets({ ctx });
  return json({ items: rulesets.map(({ document: _document, ...summary }) => summary) });
}

export async function versions(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const { id } = await route.params;
  return json({ items: await listRulesetVersions({ ctx, input: { id } }) });
}

/** One version as a file to download. */
export async function exportText(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const input = { ...RulesetQuery.parse(queryOf(request)), id: (await route.params).id };
  const { id, version, format, text } = await getRulesetText({ ctx, input });
  return new Response(text, {
    headers: {
      "content-type": format === "json" ? "application/json" : "application/yaml; charset=utf-8",
      "content-disposition": `attachment; filename="${id}-v${version}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

/** The reference tables of one version. */
export async function tables(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const { version } = TableQuery.parse(queryOf(request));
  return json({ items: await listReferenceTables({ ctx, input: { id: (await route.params).id, version } }) });
}

interface TableRoute {
  params: Promise<{ id: string; path: string }>;
}

/** One reference table as a file to download. */
export async function exportTable(request: Request, ctx: Context, route: TableRoute): Promise<Response> {
  const { version } = TableQuery.parse(queryOf(request));
  const { path, text } = await getReferenceTable({ ctx, input: { ...(await route.params), version } });
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${path}"`,
      "cache-control": "no-store",
    },
  });
}

/** Saves the body as the next version, or checks it alone. */
export async function save(request: Request, ctx: Context): Promise<Response> {
  const { dryRun, lang } = SaveQuery.parse(queryOf(request));
  const { text, tables } = await readRulesetForm(request, mostBytes);
  if (dryRun === "true") {
    const { problems, ruleset } = await checkRuleset({ input: { text, lang } });
    return json({ problems, ruleset });
  }
  const saved = await saveRuleset({ ctx, input: { document: text, tables } });
  return json(saved, saved.created ? 201 : 200, {
    location: `${addressOf(saved.id)}?version=${saved.version}`,
  });
}
