"use client";

import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { stages } from "../run-status";
import { useMeasures } from "../use-measures";
import type { RunDetail } from "../wire";
import type { Pace } from "./pace";
import classes from "./stage-bar.module.css";

/** One measured bar in four parts. It stands where the last snapshot put it; a stage change is announced. */
export function StageBar({ run, pace }: { run: RunDetail; pace: Pace | null }) {
  const t = useTranslations("run");
  const { share, bytes, number, duration } = useMeasures();
  const stage = t(`stage.${run.stage ?? "waiting"}`);
  const percent = share(run.progress / 100);
  const total = bytes(run.bytesTotal);
  // The look at encoding and format comes before the first row is read.
  const read = run.bytesRead > 0 ? `${bytes(run.bytesRead)} / ${total}` : total;
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`}>
      <div className={panel.between}>
        <span>
          <strong>{percent}</strong>
          <span className={`${panel.quiet} ${classes.stageNow}`}> · {stage}</span>
        </span>
        <span className={panel.quiet}>
          {pace === null
            ? t("measuring")
            : [
                pace.rowsPerSecond === null ? null : t("rate", { rate: number(pace.rowsPerSecond) }),
                pace.leftMs === null ? null : t("left", { time: duration(pace.leftMs) }),
              ]
                .filter((part) => part !== null)
                .join(" · ")}
        </span>
      </div>
      <div
        className={classes.stages}
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(run.progress)}
        aria-valuetext={t("progressText", { percent, stage })}
      >
        {stages.map(({ stage: name, from, to }) => {
          const part = Math.min(Math.max((run.progress - from) / (to - from), 0), 1);
          return (
            <div
              key={name}
              className={classes.stage}
              style={{ flexGrow: to - from }}
              data-now={run.stage === name}
            >
              <div className={classes.track}>
                <div className={classes.fill} style={{ width: `${part * 100}%` }} />
              </div>
              <span aria-hidden className={classes.stageName}>
                {t(`stage.${name}`)}
              </span>
            </div>
          );
        })}
      </div>
      <span className={`${panel.quiet} ${panel.small}`}>{read}</span>
    </section>
  );
}
