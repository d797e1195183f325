import { IconBan, IconCircleCheck, IconCircleX, IconClock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Bar } from "../bar";
import panel from "../panel.module.css";
import { SeverityCounts } from "../severity-counts";
import { useMeasures } from "../use-measures";
import { useReason } from "../use-reason";
import type { Run } from "../wire";
import classes from "./runs.module.css";

const icon = { size: 16, stroke: 2, "aria-hidden": true } as const;

function Word({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.word}>
      {mark}
      {children}
    </span>
  );
}

/** What a run says of its file, in one cell. */
export function RunState({
  run,
}: {
  run: Pick<Run, "status" | "counts" | "progress" | "fileName" | "errorCode">;
}) {
  const t = useTranslations();
  const reason = useReason();
  const { share } = useMeasures();
  const { counts } = run;
  const found = counts.error + counts.warning + counts.info > 0;
  switch (run.status) {
    case "queued":
      return <Word mark={<IconClock {...icon} />}>{t("status.queued")}</Word>;
    case "processing":
      return (
        <div className={panel.tight}>
          <div className={classes.progress}>
            <Bar label={t("runs.progressOf", { name: run.fileName })} value={run.progress} />
            <span>{share(run.progress / 100)}</span>
          </div>
          {found ? <SeverityCounts counts={counts} /> : null}
        </div>
      );
    case "completed":
      return found ? (
        <SeverityCounts counts={counts} />
      ) : (
        <Word mark={<IconCircleCheck {...icon} />}>{t("runs.clean")}</Word>
      );
    case "failed":
      return (
        <div>
          <Word mark={<IconCircleX {...icon} />}>{t("status.failed")}</Word>
          <div className={`${panel.quiet} ${panel.small}`}>{reason(run.errorCode)}</div>
        </div>
      );
    case "cancelled":
      return <Word mark={<IconBan {...icon} />}>{t("status.cancelled")}</Word>;
  }
}
