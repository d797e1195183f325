import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { Run } from "../wire";
import { RunState } from "./run-state";
import classes from "./runs.module.css";

export function RunRow({ run }: { run: Run }) {
  const t = useTranslations("runs");
  const { number, duration } = useMeasures();
  const { startedAt, finishedAt } = run;
  const took = startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null;
  return (
    <tr data-status={run.status}>
      <td className={classes.file}>
        <Link href={`/runs/${run.runId}`} className={classes.name}>
          {run.fileName}
        </Link>
        <div className={`${panel.quiet} ${panel.small}`}>
          {run.rulesetId && run.rulesetVersion
            ? t("rulesetVersion", { id: run.rulesetId, version: run.rulesetVersion })
            : t("structureOnly")}
          {run.batchId ? (
            <>
              {" · "}
              <Link href={`/batches/${run.batchId}`} prefetch={false}>
                {t("batch")}
              </Link>
            </>
          ) : null}
          <span className={classes.narrow}>
            {" · "}
            <LocalTime iso={run.createdAt} />
          </span>
        </div>
      </td>
      <td className={classes.state}>
        <RunState run={run} />
      </td>
      <td className={`${panel.number} ${panel.wide}`}>{run.rows > 0 ? number(run.rows) : "–"}</td>
      <td className={`${panel.number} ${panel.wide}`}>{took === null ? "–" : duration(took)}</td>
      <td className={panel.wide}>
        <LocalTime iso={run.createdAt} />
      </td>
    </tr>
  );
}
