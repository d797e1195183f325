import classes from "./columns.module.css";

const height = 32;
const width = 10;
const gap = 1;

/** A small bar chart: one bar for each count, the highest as high as the chart. */
export function Histogram({ counts, label }: { counts: number[]; label: string }) {
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, at) => ({
    at,
    tall: count === 0 ? 0 : Math.max(1, (count / most) * height),
  }));
  return (
    <svg
      className={classes.histogram}
      viewBox={`0 0 ${counts.length * width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {bars.map(({ at, tall }) => (
        <rect
          key={at}
          x={at * width}
          y={height - tall}
          width={width - gap}
          height={tall}
          fill="currentColor"
        />
      ))}
    </svg>
  );
}
