import type { QueueRange } from "@/queue-range";

export interface Series {
  key: string;
  label: string;
  /** One a step; null where there is nothing to tell. */
  values: (number | null)[];
}

export interface ChartTime {
  range: QueueRange;
  stepSeconds: number;
  /** When each step began. */
  times: string[];
}

/** The highest that is drawn: bars stand on each other, lines do not. */
export function peakOf(series: Series[], kind: "lines" | "bars"): number {
  const steps = series[0]?.values.length ?? 0;
  return Array.from({ length: steps }, (_, step) => {
    const values = series.map(({ values }) => values[step] ?? 0);
    return kind === "bars" ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  }).reduce((most, value) => Math.max(most, value), 0);
}
