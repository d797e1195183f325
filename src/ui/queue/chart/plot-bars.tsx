import { useId } from "react";
import classes from "./chart.module.css";
import { fillOf, Patterns } from "./patterns";
import type { Series } from "./series";

interface PlotBarsProps {
  series: Series[];
  x: (step: number) => number;
  y: (value: number) => number;
  /** Of a step, in pixels. */
  width: number;
}

/** One bar a step, the series standing on each other, each with a pattern of its own. */
export function PlotBars({ series, x, y, width }: PlotBarsProps) {
  const id = useId();
  const gap = width > 4 ? 1 : 0;
  const bars = (series[0]?.values ?? []).flatMap((_, step) => {
    let below = 0;
    return series.flatMap(({ key, values }, order) => {
      const value = values[step] ?? 0;
      if (value === 0) return [];
      const top = y(below + value);
      const tall = y(below) - top;
      below += value;
      return [{ id: `${key} ${step}`, left: x(step), top, tall: Math.max(tall, 1), order }];
    });
  });
  return (
    <g className={classes.bars} data-many={series.length > 1}>
      <Patterns id={id} />
      {bars.map(({ id: bar, left, top, tall, order }) => (
        <rect
          key={bar}
          x={left}
          y={top}
          width={Math.max(width - gap, 1)}
          height={tall}
          fill={fillOf(id, order)}
        />
      ))}
    </g>
  );
}
