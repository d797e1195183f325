import { useTranslations } from "next-intl";
import panel from "../../panel.module.css";
import { SeverityCounts } from "../../severity-counts";
import { useMeasures } from "../../use-measures";
import type { Days, RunDetail } from "../../wire";
import { useRunAddress } from "../address";
import { StakeText } from "../stake-text";
import { useMoney } from "../use-money";
import classes from "./days.module.css";

interface SubjectListProps {
  run: RunDetail;
  overview: Days;
  chosen: string;
}

/** Whose findings there are: how many, on how many days, and the money at stake. */
export function SubjectList({ run, overview, chosen }: SubjectListProps) {
  const t = useTranslations("run.days");
  const { number } = useMeasures();
  const money = useMoney(run);
  const [, setAddress] = useRunAddress();
  const { by, subjects } = overview;
  const hasStake = subjects.some(({ atStake }) => atStake !== null);
  const hasMissed = subjects.some(({ missed }) => missed !== null);
  const amount = (value: number | null) => (value === null ? "–" : money(value));
  return (
    <div className={`${panel.panel} ${classes.subjects}`}>
      <table className={panel.table} aria-label={t("caption", { by })} data-testid="subjects">
        <thead>
          <tr>
            <th scope="col">{by}</th>
            <th scope="col" className={panel.wide}>
              {t("count")}
            </th>
            <th scope="col" className={`${panel.number} ${panel.wide}`}>
              {t("days")}
            </th>
            {hasStake ? (
              <th scope="col" className={`${panel.number} ${panel.wide}`}>
                {t("atStake")}
              </th>
            ) : null}
            {hasMissed ? (
              <th scope="col" className={`${panel.number} ${panel.wide}`}>
                {t("missed")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {subjects.map(({ key, subject, counts, days, atStake, missed }) => (
            <tr key={key} className={key === chosen ? classes.chosen : undefined}>
              <td>
                <button
                  type="button"
                  className={classes.subject}
                  aria-pressed={key === chosen}
                  aria-label={t("choose", { subject: subject || t("none") })}
                  onClick={() => void setAddress({ subject: key, day: null, finding: null })}
                >
                  {subject || t("none")}
                </button>
                <div className={classes.narrow}>
                  <SeverityCounts counts={counts} /> <StakeText run={run} stake={{ atStake, missed }} />
                </div>
              </td>
              <td className={panel.wide}>
                <SeverityCounts counts={counts} />
              </td>
              <td className={`${panel.number} ${panel.wide}`}>
                {number(days.filter(({ day }) => day !== null).length)}
              </td>
              {hasStake ? <td className={`${panel.number} ${panel.wide}`}>{amount(atStake)}</td> : null}
              {hasMissed ? <td className={`${panel.number} ${panel.wide}`}>{amount(missed)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
