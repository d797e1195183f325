import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Bar } from "../bar";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueState } from "../wire";
import classes from "./queue.module.css";

/** What one worker takes at once by default. */
const usualRows = 2;

/** The runs at work, or a word that there is none. */
export function RunningTable({ state }: { state: QueueState }) {
  const t = useTranslations();
  const { share, duration } = useMeasures();
  const { running, active, at } = state;
  // The table keeps the room it once had, so that nothing below moves when a run ends.
  const [room, setRoom] = useState(usualRows);
  if (running.length > room) setRoom(running.length);
  const spare = Array.from({ length: Math.max(room - Math.max(running.length, 1), 0) }, (_, row) => row);
  return (
    <section className={panel.tight} aria-labelledby="queue-running">
      <h2 id="queue-running">{t("queue.running")}</h2>
      <div className={`${panel.panel} ${panel.scroll}`}>
        <table className={panel.table} aria-labelledby="queue-running" data-testid="queue-running">
          <thead>
            <tr>
              <th scope="col">{t("runs.file")}</th>
              <th scope="col">{t("queue.progress")}</th>
              <th scope="col" className={`${panel.number} ${panel.wide}`}>
                {t("queue.attempt")}
              </th>
              <th scope="col" className={panel.number}>
                {t("queue.since")}
              </th>
            </tr>
          </thead>
          <tbody>
            {running.map(({ runId, fileName, progress, attempt, startedAt }) => (
              <tr key={runId}>
                <td className={classes.file}>
                  <Link href={`/runs/${runId}`}>{fileName}</Link>
                </td>
                <td>
                  <div className={classes.progress}>
                    <Bar label={t("runs.progressOf", { name: fileName })} value={progress} />
                    <span>{share(progress / 100)}</span>
                  </div>
                </td>
                <td className={`${panel.number} ${panel.wide}`}>{attempt}</td>
                <td className={panel.number}>
                  {startedAt ? duration(Math.max(0, Date.parse(at) - Date.parse(startedAt))) : "–"}
                </td>
              </tr>
            ))}
            {running.length === 0 ? (
              <tr>
                <td colSpan={4} className={panel.quiet}>
                  {t("queue.noneRunning")}
                </td>
              </tr>
            ) : null}
            {spare.map((row) => (
              <tr key={row} aria-hidden>
                <td colSpan={4}>&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {active > running.length ? (
        <p className={panel.quiet}>{t("queue.more", { count: active - running.length })}</p>
      ) : null}
    </section>
  );
}
