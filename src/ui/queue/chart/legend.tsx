import { useId } from "react";
import classes from "./chart.module.css";
import { fillOf, Patterns } from "./patterns";
import type { Series } from "./series";

interface LegendProps {
  kind: "lines" | "bars";
  series: Series[];
  index: number;
  /** The moment of the step that is looked at. */
  when: string;
  format: (value: number) => string;
}

/** Names each series beside what it is drawn with, and tells its value at the step that is looked at. */
export function Legend({ kind, series, index, when, format }: LegendProps) {
  const id = useId();
  return (
    <div className={classes.legend}>
      <span className={classes.when}>{when}</span>
      {series.map(({ key, label, values }, order) => {
        const value = values[index] ?? null;
        return (
          <span key={key} className={classes.entry}>
            <svg width={20} height={12} aria-hidden>
              {kind === "lines" ? (
                <g className={classes.line} data-order={order}>
                  <path d="M0 6H20" />
                </g>
              ) : (
                <g className={classes.bars} data-many={series.length > 1}>
                  <Patterns id={id} />
                  <rect
                    x={0.5}
                    y={0.5}
                    width={19}
                    height={11}
                    fill={fillOf(id, order)}
                    stroke="currentColor"
                  />
                </g>
              )}
            </svg>
            {label}
            <strong className={classes.value}>{value === null ? "–" : format(value)}</strong>
          </span>
        );
      })}
    </div>
  );
}
