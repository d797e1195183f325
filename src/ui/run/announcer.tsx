import { useTranslations } from "next-intl";
import type { RunDetail } from "../wire";
import classes from "./run.module.css";

/** Tells a screen reader of stage changes and of the end, and of nothing in between. */
export function Announcer({ run }: { run: RunDetail }) {
  const t = useTranslations("run");
  const words = {
    queued: "",
    processing: run.stage ? t("stageNow", { stage: t(`stage.${run.stage}`) }) : "",
    completed: t("announceDone", { errors: run.counts.error }),
    failed: t("verdict.failed"),
    cancelled: "",
  };
  return (
    <span role="status" className={classes.unseen}>
      {words[run.status]}
    </span>
  );
}
