import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import classes from "./columns.module.css";
import { Histogram } from "./histogram";
import type { Report } from "./report-of";

const shown = 3;

/** How a column's cells are spread: a histogram of what can be ordered, else the most frequent cells. */
export function ColumnValues({ column }: { column: Report["columns"][number] }) {
  const t = useTranslations("run.columns");
  const { share } = useMeasures();
  const { histogram, min, max, top, filled, distinct, isExact } = column;
  if (histogram && min !== null && max !== null) {
    return (
      <div className={classes.values}>
        <Histogram counts={histogram} label={t("histogram", { min, max })} />
        <div className={`${classes.ends} ${panel.small} ${panel.quiet}`} aria-hidden>
          <span>{min}</span>
          <span>{max}</span>
        </div>
      </div>
    );
  }
  if (top.length === 0)
    return <span className={panel.quiet}>{filled > 0 && distinct !== null ? t("noTop") : "–"}</span>;
  return (
    <ol className={`${classes.values} ${classes.top} ${panel.small}`} aria-label={t("top")}>
      {top.slice(0, shown).map(({ text, count }) => (
        <li key={text} className={classes.value}>
          <span className={classes.text} title={text}>
            {text}
          </span>
          <span className={classes.count}>
            {isExact ? "" : "≈ "}
            {share(count / filled)}
          </span>
          <span className={classes.track} aria-hidden>
            <span className={classes.fill} style={{ width: `${(count / filled) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
