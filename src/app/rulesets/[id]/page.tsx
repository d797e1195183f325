import type { Metadata } from "next";
import type { Context } from "@/services/context";
import { getRuleset } from "@/services/get-ruleset";
import { getRulesetText } from "@/services/get-ruleset-text";
import { listReferenceTables } from "@/services/list-reference-tables";
import { listRulesetVersions } from "@/services/list-ruleset-versions";
import { ReadableRuleset } from "@/ui/rulesets/readable-ruleset";
import { RulesetView } from "@/ui/rulesets/ruleset-view";
import { orNotFound, pageContext } from "../../page-context";
import { versionOf } from "../version-of";

interface RulesetProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[]; compare?: string | string[] }>;
}

async function load({ params, searchParams }: RulesetProps, ctx: Context) {
  const id = decodeURIComponent((await params).id);
  const version = versionOf((await searchParams).version);
  return orNotFound(getRuleset({ ctx, input: { id, version } }));
}

export async function generateMetadata(props: RulesetProps): Promise<Metadata> {
  return { title: (await load(props, await pageContext())).title };
}

export default async function RulesetPage(props: RulesetProps) {
  const ctx = await pageContext();
  const { id, version, document, tables: hashes } = await load(props, ctx);
  const before = versionOf((await props.searchParams).compare);
  const [shown, versions, tables, compared] = await Promise.all([
    getRulesetText({ ctx, input: { id, version } }),
    listRulesetVersions({ ctx, input: { id } }),
    listReferenceTables({ ctx, input: { id, version } }),
    before === undefined ? null : comparison(ctx, { id, version, before, hashes }),
  ]);
  return (
    <RulesetView
      version={version}
      ruleset={ReadableRuleset.parse(document)}
      text={shown.text}
      versions={versions}
      tables={tables}
      compared={compared}
    />
  );
}

interface Compared {
  id: string;
  version: number;
  before: number;
  /** Of the shown version's tables. */
  hashes: Record<string, string>;
}

/** Both texts in the format of the newer one: as it was written where both are of that format. */
async function comparison(ctx: Context, { id, version, before, hashes }: Compared) {
  const after = await orNotFound(getRulesetText({ ctx, input: { id, version } }));
  const { format, text: shownText } = after;
  const { text } = await orNotFound(getRulesetText({ ctx, input: { id, version: before, format } }));
  const { tables } = await orNotFound(getRuleset({ ctx, input: { id, version: before } }));
  const paths = [...new Set([...Object.keys(tables), ...Object.keys(hashes)])].sort();
  return {
    version: before,
    text,
    shownText,
    changedTables: paths.filter((path) => tables[path] !== hashes[path]),
  };
}
