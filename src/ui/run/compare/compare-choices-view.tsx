import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "../../local-time";
import panel from "../../panel.module.css";
import { SeverityCounts } from "../../severity-counts";
import type { CompareChoices } from "../../wire";
import classes from "./compare.module.css";

/** The earlier runs with which one can be compared. */
export function CompareChoicesView({ run, choices }: CompareChoices) {
  const t = useTranslations("run.compare");
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href={`/runs/${run.runId}`} className={panel.small}>
          {t("back")}
        </Link>
        <h1>{t("link")}</h1>
        <p className={`${panel.quiet} ${classes.name}`}>{run.fileName}</p>
      </header>
      {choices.length === 0 ? (
        <div className={`${panel.panel} ${panel.empty}`}>
          <strong>{t("noChoice")}</strong>
          <span>{t("noChoiceHint")}</span>
        </div>
      ) : (
        <>
          <p className={panel.prose}>{t("chooseHint")}</p>
          <ul className={`${panel.panel} ${classes.choices}`} data-testid="compare-choices">
            {choices.map((choice) => (
              <li key={choice.runId} className={panel.between}>
                <Link
                  href={`/runs/${run.runId}/compare/${choice.runId}`}
                  prefetch={false}
                  className={classes.name}
                >
                  {choice.fileName} · <LocalTime iso={choice.createdAt} seconds />
                </Link>
                <SeverityCounts counts={choice.counts} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
