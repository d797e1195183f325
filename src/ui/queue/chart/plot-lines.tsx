import { line } from "d3-shape";
import classes from "./chart.module.css";
import type { Series } from "./series";

interface PlotLinesProps {
  series: Series[];
  x: (step: number) => number;
  y: (value: number) => number;
}

/** One line a series, broken where there is no value; a value that stands alone is a dot. */
export function PlotLines({ series, x, y }: PlotLinesProps) {
  return series.map(({ key, values }, order) => {
    const path = line<number | null>()
      .defined((value) => value !== null)
      .x((_, step) => x(step))
      .y((value) => y(value ?? 0));
    const alone = values.flatMap((value, step) =>
      value !== null && (values[step - 1] ?? null) === null && (values[step + 1] ?? null) === null
        ? [{ step, value }]
        : [],
    );
    return (
      <g key={key} className={classes.line} data-order={order}>
        <path d={path(values) ?? ""} />
        {alone.map(({ step, value }) => (
          <circle key={step} cx={x(step)} cy={y(value)} r={3 - order / 2} />
        ))}
      </g>
    );
  });
}
