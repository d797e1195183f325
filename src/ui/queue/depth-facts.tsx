import { useTranslations } from "next-intl";
import { priorities } from "@/priority";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueState } from "../wire";
import { Fact } from "./fact";
import classes from "./queue.module.css";

/** How many runs wait, by priority, and how many are at work. */
export function DepthFacts({ state }: { state: QueueState }) {
  const t = useTranslations();
  const { number, duration } = useMeasures();
  const { waiting, active, waitingSince, at, workers } = state;
  const waited = waitingSince === null ? null : Math.max(0, Date.parse(at) - Date.parse(waitingSince));
  return (
    <dl className={`${panel.panel} ${panel.padded} ${classes.facts}`} data-testid="queue-depth">
      <Fact
        name={t("queue.waiting")}
        value={number(waiting.total)}
        notes={priorities.map((name) =>
          t("queue.named", { name: t(`home.priorityName.${name}`), value: number(waiting[name]) }),
        )}
      />
      <Fact name={t("queue.active")} value={number(active)} />
      <Fact name={t("queue.retrying")} value={number(waiting.retrying)} notes={[t("queue.retryingNote")]} />
      <Fact name={t("queue.longest")} value={waited === null ? "–" : duration(waited)} />
      <Fact name={t("queue.workersAlive")} value={number(workers.filter(({ isAlive }) => isAlive).length)} />
    </dl>
  );
}
