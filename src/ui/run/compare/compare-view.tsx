import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { codeTitle } from "@/core/findings/render-finding";
import { Notice } from "../../notice";
import panel from "../../panel.module.css";
import type { Comparison } from "../../wire";
import classes from "./compare.module.css";
import { CompareList } from "./compare-list";
import { CompareSide } from "./compare-side";
import { CompareTotals } from "./compare-totals";

/** Two runs side by side. Rendered by the service: the page needs no script of its own. */
export function CompareView({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("run.compare");
  const format = useFormatter();
  const locale = useLocale();
  const { before, after, totals, partlyKept, ruleTitles } = comparison;
  const titleOf = (code: string) => {
    const titles = ruleTitles[code];
    return codeTitle(code, locale, titles && { params: { "@title": titles } });
  };
  const partly = format.list(
    partlyKept.map(({ code }) => titleOf(code)),
    { type: "conjunction" },
  );
  const [then, now] = [before.rulesetVersion, after.rulesetVersion];
  return (
    <div className={panel.stack}>
      <header className={panel.tight}>
        <Link href={`/runs/${after.runId}`} className={panel.small}>
          {t("back")}
        </Link>
        <h1>{t("title")}</h1>
        <p>{t("verdict", { before: before.counts.error, after: after.counts.error })}</p>
      </header>
      {then !== null && now !== null && then !== now ? (
        <Notice severity="info">{t("otherVersion", { before: then, after: now })}</Notice>
      ) : null}
      <div className={classes.sides}>
        <CompareSide name={t("before")} run={before} />
        <CompareSide name={t("after")} run={after} />
      </div>
      <CompareTotals totals={totals} titleOf={titleOf} />
      {partlyKept.length > 0 ? <Notice severity="warning">{t("partly", { titles: partly })}</Notice> : null}
      <div className={classes.lists}>
        <CompareList kind="mended" list={comparison.mended} />
        <CompareList kind="new" list={comparison.new} />
        <CompareList kind="unchanged" list={comparison.unchanged} />
      </div>
    </div>
  );
}
