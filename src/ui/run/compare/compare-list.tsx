import { useLocale, useTranslations } from "next-intl";
import { renderFinding } from "@/core/findings/render-finding";
import panel from "../../panel.module.css";
import { asSeverity, SeverityMark } from "../../severity-mark";
import { useMeasures } from "../../use-measures";
import type { Comparison } from "../../wire";
import classes from "./compare.module.css";

interface CompareListProps {
  kind: "mended" | "new" | "unchanged";
  list: Comparison["mended"];
}

/** The findings that are gone, new or still there, each in a sentence. */
export function CompareList({ kind, list: { count, items } }: CompareListProps) {
  const t = useTranslations("run.compare");
  const locale = useLocale();
  const { number } = useMeasures();
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} data-testid={`compared-${kind}`}>
      <h2>
        {t(`kind.${kind}`)} <span className={panel.quiet}>{number(count)}</span>
      </h2>
      {count === 0 ? <p className={panel.quiet}>{t(`none.${kind}`)}</p> : null}
      <ul className={classes.list}>
        {items.map((finding) => (
          <li key={`${finding.code} ${finding.row} ${finding.column} ${JSON.stringify(finding.params)}`}>
            <p className={`${panel.row} ${panel.small} ${panel.quiet}`}>
              <SeverityMark severity={asSeverity(finding.severity)} />
              <span>
                {finding.row === null ? t("wholeFile") : t("row", { row: number(finding.row) })}
                {finding.field ? ` · ${finding.field}` : null}
              </span>
            </p>
            <p>{renderFinding(finding, locale).message}</p>
          </li>
        ))}
      </ul>
      {items.length < count ? (
        <p className={`${panel.quiet} ${panel.small}`}>{t("shown", { shown: number(items.length) })}</p>
      ) : null}
    </section>
  );
}
