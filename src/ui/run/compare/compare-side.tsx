import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "../../local-time";
import panel from "../../panel.module.css";
import { SeverityCounts } from "../../severity-counts";
import { useMeasures } from "../../use-measures";
import type { Comparison } from "../../wire";
import classes from "./compare.module.css";

/** One of the two runs, in short. */
export function CompareSide({ name, run }: { name: string; run: Comparison["after"] }) {
  const t = useTranslations("run");
  const { number } = useMeasures();
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} aria-label={name}>
      <h2>{name}</h2>
      <Link href={`/runs/${run.runId}`} className={classes.name}>
        {run.fileName}
      </Link>
      <dl className={panel.facts}>
        <div>
          <dt>{t("started")}</dt>
          <dd>
            <LocalTime iso={run.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{t("rows")}</dt>
          <dd>{number(run.rows)}</dd>
        </div>
        <div>
          <dt>{t("errorRows")}</dt>
          <dd>{number(run.errorRows)}</dd>
        </div>
      </dl>
      <SeverityCounts counts={run.counts} />
    </section>
  );
}
