import { useFormatter, useTranslations } from "next-intl";
import panel from "../../panel.module.css";
import { asSeverity, SeverityMark } from "../../severity-mark";
import type { Comparison } from "../../wire";

interface CompareTotalsProps {
  totals: Comparison["totals"];
  titleOf: (code: string) => string;
}

/** The exact counts of both runs by code and column. */
export function CompareTotals({ totals, titleOf }: CompareTotalsProps) {
  const t = useTranslations("run.compare");
  const format = useFormatter();
  return (
    <section className={panel.tight}>
      <h2>{t("totals")}</h2>
      {totals.length === 0 ? (
        <p className={panel.quiet}>{t("noFinding")}</p>
      ) : (
        <div className={`${panel.panel} ${panel.scroll}`}>
          <table className={panel.table} aria-label={t("totals")} data-testid="compared-totals">
            <thead>
              <tr>
                <th scope="col">{t("finding")}</th>
                <th scope="col" className={panel.number}>
                  {t("countBefore")}
                </th>
                <th scope="col" className={panel.number}>
                  {t("countAfter")}
                </th>
                <th scope="col" className={panel.number}>
                  {t("change")}
                </th>
              </tr>
            </thead>
            <tbody>
              {totals.map(({ code, severity, column, field, before, after }) => (
                <tr key={`${code} ${column} ${field}`}>
                  <td>
                    <SeverityMark severity={asSeverity(severity)} /> {titleOf(code)}
                    {field ? <div className={`${panel.quiet} ${panel.small}`}>{field}</div> : null}
                  </td>
                  <td className={panel.number}>{format.number(before)}</td>
                  <td className={panel.number}>{format.number(after)}</td>
                  <td className={panel.number}>
                    {format.number(after - before, { signDisplay: "exceptZero" })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
