import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Context } from "@/services/context";
import { inferRuleset } from "@/services/infer-ruleset";
import { listRulesets } from "@/services/list-rulesets";
import panel from "@/ui/panel.module.css";
import { RulesetEditor } from "@/ui/rulesets/editor/ruleset-editor";
import { orNotFound, pageContext } from "../../page-context";

interface NewProps {
  searchParams: Promise<{ run?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulesets.editor");
  return { title: t("newTitle") };
}

export default async function NewRulesetPage({ searchParams }: NewProps) {
  const ctx = await pageContext();
  const t = await getTranslations("rulesets");
  const run = z.uuid().safeParse((await searchParams).run).data;
  const blank = t("editor.template");
  const points = (await listRulesets({ ctx })).map(({ id, title }) => ({ id, title }));
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href="/rulesets" className={panel.small}>
          {t("title")}
        </Link>
        <h1>{t("editor.newTitle")}</h1>
        <p className={panel.prose}>{t("editor.newIntro")}</p>
      </header>
      <RulesetEditor
        key={run ?? "blank"}
        text={run ? await draftOf(ctx, run) : blank}
        base={null}
        starts={{ points, blank }}
      />
    </div>
  );
}

async function draftOf(ctx: Context, runId: string): Promise<string> {
  const { yaml } = await orNotFound(inferRuleset({ ctx, input: { runId, lang: await getLocale() } }));
  return yaml;
}
