import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { listRulesets } from "@/services/list-rulesets";
import panel from "@/ui/panel.module.css";
import { pageContext } from "../page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulesets");
  return { title: t("title") };
}

export default async function RulesetsPage() {
  const ctx = await pageContext();
  const t = await getTranslations("rulesets");
  const rulesets = await listRulesets({ ctx });
  return (
    <div className={panel.stack}>
      <div className={panel.between}>
        <h1>{t("title")}</h1>
        <Link href="/rulesets/new">{t("new")}</Link>
      </div>
      <p className={panel.prose}>{t("intro")}</p>
      {rulesets.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>
          <strong>{t("empty")}</strong>
          <span>{t("emptyHint")}</span>
        </div>
      ) : (
        <ul className={panel.cards} data-testid="rulesets">
          {rulesets.map(({ id, title, version }) => (
            <li key={id} className={`${panel.panel} ${panel.padded}`}>
              <Link href={`/rulesets/${encodeURIComponent(id)}`}>
                <strong>{title}</strong>
              </Link>
              <div className={panel.quiet}>
                {id} · {t("version", { version })}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
