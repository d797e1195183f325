import { useTranslations } from "next-intl";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueState } from "../wire";
import classes from "./queue.module.css";

const tones = {
  moving: "moving",
  idle: "moving",
  paused: "warning",
  stuck: "warning",
  "no-worker": "warning",
  unreachable: "error",
} as const;

const commands = {
  "no-worker": "npm run start:worker",
  unreachable: "npm run check:redis",
} as const;

/** Whether the queue moves, in one sentence, and what to do when it does not. */
export function QueueVerdict({ state }: { state: QueueState }) {
  const t = useTranslations("queue");
  const { duration } = useMeasures();
  const { verdict, waiting, active, nextInSeconds } = state;
  const command = verdict === "no-worker" || verdict === "unreachable" ? commands[verdict] : null;
  const detail =
    verdict === "moving" && nextInSeconds !== null
      ? t("detail.next", { time: duration(nextInSeconds * 1000) })
      : t(`detail.${verdict}`, { waiting: waiting.total });
  return (
    <div className={classes.verdict} data-tone={tones[verdict]} data-testid="queue-verdict" role="status">
      <p className={classes.sentence}>{t(`verdict.${verdict}`, { waiting: waiting.total, active })}</p>
      <p className={panel.quiet}>
        {detail} {command ? <code className={panel.inlineCode}>{command}</code> : null}
      </p>
    </div>
  );
}
