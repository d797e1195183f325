import { useTranslations } from "next-intl";
import { errorCategories } from "@/errors";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueHistory } from "../wire";
import { Fact } from "./fact";
import classes from "./queue.module.css";
import { useRate } from "./use-rate";

type Percentiles = QueueHistory["totals"]["wait"];

/** The sums of the whole range. */
export function RangeFacts({ history }: { history: QueueHistory }) {
  const t = useTranslations("queue");
  const { number, share, duration } = useMeasures();
  const rate = useRate();
  const { ended, failures, runsPerMinute, rowsPerMinute, wait, run } = history.totals;
  const failed = errorCategories.reduce((sum, category) => sum + failures[category], 0);
  const times = (name: string, percentiles: Percentiles) => (
    <Fact
      name={name}
      value={percentiles ? duration(percentiles.p50 * 1000) : "–"}
      notes={
        percentiles
          ? [
              t("named", { name: t("p95"), value: duration(percentiles.p95 * 1000) }),
              t("named", { name: t("p99"), value: duration(percentiles.p99 * 1000) }),
            ]
          : []
      }
    />
  );
  return (
    <dl className={`${panel.panel} ${panel.padded} ${classes.facts}`} data-testid="queue-totals">
      <Fact
        name={t("ended")}
        value={number(ended)}
        notes={[t("perMinute", { value: rate(runsPerMinute) })]}
      />
      <Fact name={t("rowsPerMinute")} value={rate(rowsPerMinute)} />
      {times(t("waitHalf"), wait)}
      {times(t("runHalf"), run)}
      <Fact
        name={t("failed")}
        value={ended === 0 ? "–" : share(failed / ended)}
        notes={errorCategories
          .filter((category) => failures[category] > 0)
          .map((category) =>
            t("named", { name: t(`category.${category}`), value: share(failures[category] / ended) }),
          )}
      />
    </dl>
  );
}
