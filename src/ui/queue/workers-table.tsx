import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "../local-time";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueState } from "../wire";
import classes from "./queue.module.css";

type Worker = QueueState["workers"][number];

function Heard({ worker }: { worker: Worker }) {
  const t = useTranslations("queue");
  const { duration } = useMeasures();
  const Icon = worker.isAlive ? IconCircleCheck : IconAlertTriangle;
  const time = duration(worker.silentSeconds * 1000);
  return (
    <span className={classes.word} data-alive={worker.isAlive}>
      <Icon size={16} stroke={2} aria-hidden />
      {t(worker.isAlive ? "heard" : "silent", { time })}
    </span>
  );
}

function Holds({ worker }: { worker: Worker }) {
  const t = useTranslations("queue");
  const others = worker.active - worker.runs.length;
  if (worker.active === 0) return <span className={panel.quiet}>{t("holdsNone")}</span>;
  return (
    <ul className={classes.list}>
      {worker.runs.map(({ runId, fileName }) => (
        <li key={runId}>
          <Link href={`/runs/${runId}`}>{fileName}</Link>
        </li>
      ))}
      {others > 0 ? <li>{t("holdsOthers", { count: others })}</li> : null}
    </ul>
  );
}

/** The worker processes that were heard in the last minute, with what each holds. */
export function WorkersTable({ state }: { state: QueueState }) {
  const t = useTranslations("queue");
  return (
    <section className={panel.tight} aria-labelledby="queue-workers">
      <h2 id="queue-workers">{t("workers")}</h2>
      <div className={`${panel.panel} ${panel.scroll}`}>
        <table className={panel.table} aria-labelledby="queue-workers" data-testid="queue-workers">
          <thead>
            <tr>
              <th scope="col">{t("host")}</th>
              <th scope="col">{t("heartbeat")}</th>
              <th scope="col">{t("holds")}</th>
              <th scope="col" className={panel.wide}>
                {t("since")}
              </th>
            </tr>
          </thead>
          <tbody>
            {state.workers.map((worker) => (
              <tr key={worker.id}>
                <td>
                  {worker.host}
                  <div className={`${panel.quiet} ${panel.small}`}>{worker.id.slice(0, 8)}</div>
                </td>
                <td>
                  <Heard worker={worker} />
                </td>
                <td className={classes.file}>
                  <Holds worker={worker} />
                </td>
                <td className={panel.wide}>
                  <LocalTime iso={worker.startedAt} />
                </td>
              </tr>
            ))}
            {state.workers.length === 0 ? (
              <tr>
                <td colSpan={4} className={panel.quiet}>
                  {t("noWorkers")}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
    </section>
  );
}
