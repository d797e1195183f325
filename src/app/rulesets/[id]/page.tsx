import type { Metadata } from "next";
import { getRuleset } from "@/services/get-ruleset";
import { ReadableRuleset } from "@/ui/rulesets/readable-ruleset";
import { RulesetView } from "@/ui/rulesets/ruleset-view";
import { orNotFound, pageContext } from "../../page-context";

interface RulesetProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

async function load({ params, searchParams }: RulesetProps) {
  const ctx = await pageContext();
  const id = decodeURIComponent((await params).id);
  const asked = Number((await searchParams).version);
  const version = Number.isInteger(asked) && asked > 0 ? { version: asked } : {};
  return orNotFound(getRuleset({ ctx, input: { id, ...version } }));
}

export async function generateMetadata(props: RulesetProps): Promise<Metadata> {
  return { title: (await load(props)).title };
}

export default async function RulesetPage(props: RulesetProps) {
  const { version, document } = await load(props);
  return <RulesetView version={version} ruleset={ReadableRuleset.parse(document)} />;
}
