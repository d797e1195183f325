import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";

export interface RulesetVersion {
  version: number;
  title: string;
  createdAt: string;
}

interface VersionListProps {
  id: string;
  versions: RulesetVersion[];
  /** The version on the page. */
  shown: number;
}

/** The versions of a ruleset, each with a way to it and to what it changed. */
export function VersionList({ id, versions, shown }: VersionListProps) {
  const t = useTranslations("rulesets");
  const address = `/rulesets/${encodeURIComponent(id)}`;
  return (
    <section className={panel.tight}>
      <h2>{t("versions")}</h2>
      <div className={`${panel.panel} ${panel.scroll}`}>
        <table className={panel.table} aria-label={t("versions")} data-testid="ruleset-versions">
          <thead>
            <tr>
              <th scope="col">{t("versionHead")}</th>
              <th scope="col">{t("saved")}</th>
              <th scope="col" className={panel.wide}>
                {t("titleHead")}
              </th>
              <th scope="col">{t("compare")}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, title, createdAt }, at) => (
              <tr key={version} aria-current={version === shown ? "true" : undefined}>
                <td className={panel.word}>
                  {version === shown ? (
                    <strong>{t("version", { version })}</strong>
                  ) : (
                    <Link href={`${address}?version=${version}`}>{t("version", { version })}</Link>
                  )}
                </td>
                <td className={panel.word}>
                  <LocalTime iso={createdAt} />
                </td>
                <td className={panel.wide}>{title}</td>
                <td>
                  <Comparisons
                    address={address}
                    version={version}
                    shown={shown}
                    previous={versions[at + 1]?.version}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ComparisonsProps {
  address: string;
  version: number;
  shown: number;
  previous: number | undefined;
}

function Comparisons({ address, version, shown, previous }: ComparisonsProps) {
  const t = useTranslations("rulesets");
  const pair = (after: number, before: number) => `${address}?version=${after}&compare=${before}`;
  return (
    <div className={panel.row}>
      {previous === undefined ? (
        "–"
      ) : (
        <Link
          href={pair(version, previous)}
          aria-label={`${t("withPrevious")}: ${t("changes", { before: previous, after: version })}`}
        >
          {t("withPrevious")}
        </Link>
      )}
      {version === shown || version + 1 === shown ? null : (
        <Link href={pair(Math.max(version, shown), Math.min(version, shown))}>
          {t("withShown", { version: shown })}
        </Link>
      )}
    </div>
  );
}
