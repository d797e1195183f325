import { useFormatter, useTranslations } from "next-intl";
import { errorCategories } from "@/errors";
import panel from "../panel.module.css";
import { useMeasures } from "../use-measures";
import type { QueueHistory } from "../wire";
import { Chart } from "./chart/chart";
import classes from "./queue.module.css";
import { useRate } from "./use-rate";

const percentiles = ["p50", "p95", "p99"] as const;

/** What happened over the range, as charts; one word instead when nothing did. */
export function QueueCharts({ history }: { history: QueueHistory }) {
  const t = useTranslations("queue");
  const { number, duration } = useMeasures();
  const rate = useRate();
  const format = useFormatter();
  const { points, range, stepSeconds } = history;
  const isEmpty = points.every(
    ({ waiting, active, runsPerMinute, wait }) => waiting + active + runsPerMinute === 0 && wait === null,
  );
  if (isEmpty)
    return (
      <div className={`${panel.panel} ${panel.empty}`} data-testid="queue-charts">
        <strong>{t(`empty.${range}`)}</strong>
        <span>{t("emptyHint")}</span>
      </div>
    );
  const time = {
    range,
    stepSeconds,
    times: points.map(({ at }) => at),
  };
  const step = t(`step.${range}`);
  const timesOf = (kind: "wait" | "run") =>
    percentiles.map((name) => ({
      key: name,
      label: t(name),
      values: points.map((point) => point[kind]?.[name] ?? null),
    }));
  const seconds = (value: number) => duration(value * 1000);
  return (
    <div className={classes.charts} data-testid="queue-charts">
      <Chart
        {...time}
        kind="lines"
        title={t("chart.depth")}
        unit={t("unit.runs", { step })}
        format={(value) => number(Math.round(value * 100) / 100)}
        least={1}
        series={(["waiting", "active"] as const).map((key) => ({
          key,
          label: t(key),
          values: points.map((point) => point[key]),
        }))}
      />
      <Chart
        {...time}
        kind="bars"
        title={t("chart.failures")}
        unit={t("unit.failures", { step })}
        format={number}
        least={2}
        whole
        series={errorCategories.map((category) => ({
          key: category,
          label: t(`category.${category}`),
          values: points.map(({ failures }) => failures[category]),
        }))}
      />
      <Chart
        {...time}
        kind="bars"
        title={t("chart.runs")}
        unit={t("unit.runsPerMinute")}
        format={rate}
        series={[
          { key: "runs", label: t("ended"), values: points.map(({ runsPerMinute }) => runsPerMinute) },
        ]}
      />
      <Chart
        {...time}
        kind="bars"
        title={t("chart.rows")}
        unit={t("unit.rowsPerMinute")}
        format={rate}
        axisFormat={(value) => format.number(value, { notation: "compact" })}
        series={[{ key: "rows", label: t("rows"), values: points.map(({ rowsPerMinute }) => rowsPerMinute) }]}
      />
      <Chart
        {...time}
        kind="lines"
        title={t("chart.wait")}
        unit={t("unit.wait", { step })}
        format={seconds}
        least={1}
        series={timesOf("wait")}
      />
      <Chart
        {...time}
        kind="lines"
        title={t("chart.run")}
        unit={t("unit.run", { step })}
        format={seconds}
        least={1}
        series={timesOf("run")}
      />
    </div>
  );
}
