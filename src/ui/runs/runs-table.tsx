import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import type { Run } from "../wire";
import { RunRow } from "./run-row";

/** The runs as a table, or a word about why there is none. */
export function RunsTable({ runs }: { runs: Run[] }) {
  const t = useTranslations("runs");
  if (runs.length === 0) {
    return (
      <div className={`${panel.panel} ${panel.empty}`}>
        <strong>{t("empty")}</strong>
        <span>{t("emptyHint")}</span>
      </div>
    );
  }
  return (
    <div className={`${panel.panel} ${panel.scroll}`}>
      <table className={panel.table} aria-label={t("title")} data-testid="runs">
        <thead>
          <tr>
            <th scope="col">{t("file")}</th>
            <th scope="col">{t("verdict")}</th>
            <th scope="col" className={`${panel.number} ${panel.wide}`}>
              {t("rows")}
            </th>
            <th scope="col" className={`${panel.number} ${panel.wide}`}>
              {t("duration")}
            </th>
            <th scope="col" className={panel.wide}>
              {t("when")}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.runId} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
