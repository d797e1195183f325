import type { Run } from "../wire";

export interface Sample {
  at: number;
  rows: number;
  progress: number;
}

export interface Pace {
  /** Null while no rows are being read. */
  rowsPerSecond: number | null;
  leftMs: number | null;
}

const windowMs = 10_000;
const enoughMs = 2_000;

/** The samples of the last seconds with one more; a run that went back (a new attempt) starts over. */
export function addSample(samples: Sample[], run: Pick<Run, "updatedAt" | "rows" | "progress">): Sample[] {
  const sample = { at: Date.parse(run.updatedAt), rows: run.rows, progress: run.progress };
  const last = samples.at(-1);
  if (last && (sample.progress < last.progress || sample.rows < last.rows)) return [sample];
  return [...samples.filter(({ at }) => sample.at - at <= windowMs), sample];
}

/** Speed and time left from what was measured; null until two seconds of data support a figure. */
export function paceOf(samples: Sample[]): Pace | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < enoughMs) return null;
  const span = last.at - first.at;
  const rows = last.rows - first.rows;
  const progress = last.progress - first.progress;
  return {
    rowsPerSecond: rows > 0 ? Math.round((rows / span) * 1000) : null,
    leftMs: progress > 0 ? ((100 - last.progress) / progress) * span : null,
  };
}
