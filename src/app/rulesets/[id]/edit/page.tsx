import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { getRulesetText } from "@/services/get-ruleset-text";
import panel from "@/ui/panel.module.css";
import { RulesetEditor } from "@/ui/rulesets/editor/ruleset-editor";
import { orNotFound, pageContext } from "../../../page-context";
import { versionOf } from "../../version-of";

interface EditProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

export async function generateMetadata({ params }: EditProps): Promise<Metadata> {
  const t = await getTranslations("rulesets.editor");
  return { title: t("editTitle", { id: decodeURIComponent((await params).id) }) };
}

export default async function EditPage({ params, searchParams }: EditProps) {
  const ctx = await pageContext();
  const t = await getTranslations("rulesets");
  const ref = {
    id: decodeURIComponent((await params).id),
    version: versionOf((await searchParams).version),
  };
  const { id, version, title, text } = await orNotFound(getRulesetText({ ctx, input: ref }));
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href={`/rulesets/${encodeURIComponent(id)}`} className={panel.small}>
          {title}
        </Link>
        <h1>{t("editor.editTitle", { id })}</h1>
      </header>
      <RulesetEditor key={`${id} ${version}`} text={text} base={{ id, version }} />
    </div>
  );
}
