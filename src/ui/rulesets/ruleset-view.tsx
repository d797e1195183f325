import Link from "next/link";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { asSeverity, SeverityMark } from "../severity-mark";
import { FieldsTable } from "./fields-table";
import type { ReadableRuleset } from "./readable-ruleset";
import { RulesetFormat } from "./ruleset-format";

/** A ruleset to read: what a valid file looks like, in words first, as a document last. */
export function RulesetView({ version, ruleset }: { version: number; ruleset: ReadableRuleset }) {
  const t = useTranslations("rulesets");
  const severities = Object.entries(ruleset.severity);
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href="/rulesets" className={panel.small}>
          {t("title")}
        </Link>
        <h1>{ruleset.title}</h1>
        <p className={panel.quiet}>
          {ruleset.id} · {t("version", { version })}
        </p>
        {ruleset.description ? <p className={panel.prose}>{ruleset.description}</p> : null}
        <p>
          <Link href={`/?ruleset=${encodeURIComponent(ruleset.id)}`}>{t("use")}</Link>
        </p>
      </header>
      <RulesetFormat ruleset={ruleset} />
      <section className={panel.tight}>
        <h2>{t("fields")}</h2>
        <FieldsTable ruleset={ruleset} />
      </section>
      {severities.length > 0 ? (
        <section className={panel.tight}>
          <h2>{t("severity")}</h2>
          <ul>
            {severities.map(([code, severity]) => (
              <li key={code}>
                <code className={panel.inlineCode}>{code}</code>{" "}
                <SeverityMark severity={asSeverity(severity)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <details>
        <summary>{t("document")}</summary>
        <pre className={panel.code}>{JSON.stringify(ruleset, null, 2)}</pre>
      </details>
    </div>
  );
}
