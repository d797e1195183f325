import { useElementSize } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { type PointerEvent, useId, useState } from "react";
import panel from "../../panel.module.css";
import { useHydrated } from "../../use-hydrated";
import classes from "./chart.module.css";
import { ChartTable } from "./chart-table";
import { Legend } from "./legend";
import { margin, Plot } from "./plot";
import { type ChartTime, peakOf, type Series } from "./series";
import { useTimeText } from "./use-time-text";

export interface ChartProps extends ChartTime {
  kind: "lines" | "bars";
  title: string;
  /** What a value is, and over what it is taken. */
  unit: string;
  series: Series[];
  format: (value: number) => string;
  /** The axis goes up to this at least, so that next to nothing does not look like much. */
  least?: number;
  /** Writes a value beside the axis, where room is short. */
  axisFormat?: (value: number) => string;
  /** There is no half of what is counted. */
  whole?: boolean;
}

/** Values over time: drawn, told at the moment that a pointer or the arrows choose, and as a table. */
export function Chart(props: ChartProps) {
  const { title, unit, series, times, format, range, kind } = props;
  const t = useTranslations("queue");
  const id = useId();
  const hydrated = useHydrated();
  const { full } = useTimeText(range);
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<string | null>(null);
  const last = times.length - 1;
  // A step that has left the range is not looked at any more.
  const found = chosen === null ? -1 : times.indexOf(chosen);
  const index = found === -1 ? last : found;
  const choose = (step: number) => setChosen(times[Math.min(Math.max(step, 0), last)] ?? null);
  const point = (event: PointerEvent<HTMLInputElement>) => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect();
    choose(Math.floor(((event.clientX - left) / wide) * times.length));
  };
  const at = times[index];
  const when = hydrated && at ? full(new Date(at)) : "";
  const told = series.map(({ label, values }) => {
    const value = values[index] ?? null;
    return `${label} ${value === null ? "–" : format(value)}`;
  });
  return (
    <figure className={`${panel.panel} ${classes.chart}`} aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        <p className={`${panel.quiet} ${panel.small}`}>{unit}</p>
      </figcaption>
      <Legend kind={kind} series={series} index={index} when={when} format={format} />
      <div ref={ref} className={classes.plot}>
        {peakOf(series, kind) === 0 ? (
          <p className={classes.nothing}>{t("nothing")}</p>
        ) : width > 0 ? (
          <>
            <Plot {...props} width={width} index={found === -1 ? null : index} />
            <input
              type="range"
              className={classes.pointer}
              style={{ left: margin.left, width: width - margin.left - margin.right }}
              aria-labelledby={id}
              aria-valuetext={[when, ...told].join(", ")}
              min={0}
              max={last}
              value={index}
              onChange={(event) => choose(Number(event.currentTarget.value))}
              onPointerMove={point}
              onPointerLeave={() => setChosen(null)}
              onBlur={() => setChosen(null)}
            />
          </>
        ) : null}
      </div>
      <ChartTable {...props} />
    </figure>
  );
}
