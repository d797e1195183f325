import Link from "next/link";
import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { asSeverity, SeverityMark } from "../severity-mark";
import { DerivedTable } from "./derived-table";
import { FieldsTable } from "./fields-table";
import type { ReadableRuleset } from "./readable-ruleset";
import { type KeptTable, ReferencesTable } from "./references-table";
import { RulesList } from "./rules-list";
import { RulesetFormat } from "./ruleset-format";
import { VersionDiff, type VersionText } from "./version-diff";
import { type RulesetVersion, VersionList } from "./version-list";

interface RulesetViewProps {
  version: number;
  ruleset: ReadableRuleset;
  /** As its author wrote it. */
  text: string;
  versions: RulesetVersion[];
  tables: KeptTable[];
  /** The version that the shown one is compared with, and both texts in one format. */
  compared: (VersionText & { shownText: string; changedTables: string[] }) | null;
}

/** A ruleset to read: what a valid file looks like, in words first, as a document last. */
export function RulesetView({ version, ruleset, text, versions, tables, compared }: RulesetViewProps) {
  const t = useTranslations("rulesets");
  // A rule's own severity stands with the rule.
  const severities = Object.entries(ruleset.severity).filter(
    ([code]) => !ruleset.rules.some(({ id }) => id === code),
  );
  const id = encodeURIComponent(ruleset.id);
  const isLatest = versions[0]?.version === version;
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
        <p className={panel.row}>
          <Link href={`/?ruleset=${id}`}>{t("use")}</Link>
          <Link href={`/rulesets/${id}/edit${isLatest ? "" : `?version=${version}`}`}>{t("edit")}</Link>
          {(["yaml", "json"] as const).map((format) => (
            <a key={format} href={`/api/rulesets/${id}?version=${version}&format=${format}`} download>
              {t("export", { format: format.toUpperCase() })}
            </a>
          ))}
        </p>
      </header>
      {compared ? (
        <VersionDiff
          before={compared}
          after={{ version, text: compared.shownText }}
          changedTables={compared.changedTables}
        />
      ) : null}
      <RulesetFormat ruleset={ruleset} />
      <section className={panel.tight}>
        <h2>{t("fields")}</h2>
        <FieldsTable ruleset={ruleset} />
      </section>
      {ruleset.references.length > 0 ? (
        <section className={panel.tight}>
          <h2>{t("references.title")}</h2>
          <ReferencesTable ruleset={ruleset} version={version} tables={tables} />
        </section>
      ) : null}
      {Object.keys(ruleset.derive).length > 0 ? (
        <section className={panel.tight}>
          <h2>{t("derived")}</h2>
          <DerivedTable ruleset={ruleset} />
        </section>
      ) : null}
      {ruleset.rules.length > 0 ? (
        <section className={panel.stack} data-testid="rules">
          <h2>{t("rule.title")}</h2>
          <RulesList ruleset={ruleset} />
        </section>
      ) : null}
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
        <pre className={panel.code}>{text}</pre>
      </details>
      <VersionList id={ruleset.id} versions={versions} shown={version} />
    </div>
  );
}
