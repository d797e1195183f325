import { scaleLinear, scaleTime } from "d3-scale";
import type { ChartProps } from "./chart";
import classes from "./chart.module.css";
import { PlotBars } from "./plot-bars";
import { PlotLines } from "./plot-lines";
import { peakOf } from "./series";
import { useTimeText } from "./use-time-text";

const height = 160;
export const margin = { top: 8, right: 8, bottom: 24, left: 56 };
/** A label of the time axis needs about this much room. */
const tickRoom = 80;

type PlotProps = ChartProps & { width: number; index: number | null };

/** The drawing itself. What it shows is told by the legend and the table, so it is hidden from screen readers. */
export function Plot(props: PlotProps) {
  const { kind, times, stepSeconds, series, format, range, width, index } = props;
  const { least = 0, whole = false, axisFormat = format } = props;
  const { tick } = useTimeText(range);
  const starts = times.map((at) => new Date(at));
  const first = starts[0] ?? new Date(0);
  const end = new Date((starts.at(-1) ?? first).getTime() + stepSeconds * 1000);
  const right = Math.max(width - margin.right, margin.left + 1);
  const x = scaleTime().domain([first, end]).range([margin.left, right]);
  const y = scaleLinear()
    .domain([0, Math.max(peakOf(series, kind), least)])
    .nice(3)
    .range([height - margin.bottom, margin.top]);
  const levels = y.ticks(3).filter((value) => !whole || Number.isInteger(value));
  const marked = index === null ? undefined : starts[index];
  const wide = (right - margin.left) / Math.max(times.length, 1);
  return (
    <svg width={width} height={height} className={classes.svg} aria-hidden>
      {levels.map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line className={classes.grid} x1={margin.left} x2={right} />
          <text className={classes.tick} x={margin.left - 8} dy="0.32em" textAnchor="end">
            {axisFormat(value)}
          </text>
        </g>
      ))}
      {x.ticks(Math.max(2, Math.floor((right - margin.left) / tickRoom))).map((at) => (
        <g key={at.getTime()} transform={`translate(${x(at)} ${height - margin.bottom})`}>
          <line className={classes.axis} y2={4} />
          <text className={classes.tick} y={18} textAnchor="middle">
            {tick(at)}
          </text>
        </g>
      ))}
      {marked ? (
        <rect
          className={classes.mark}
          x={x(marked)}
          y={margin.top}
          width={wide}
          height={height - margin.bottom - margin.top}
        />
      ) : null}
      {kind === "bars" ? (
        <PlotBars series={series} x={(step) => x(starts[step] ?? first)} y={y} width={wide} />
      ) : (
        <PlotLines series={series} x={(step) => x(starts[step] ?? first) + wide / 2} y={y} />
      )}
    </svg>
  );
}
