import type { Stage } from "@/snapshot";

const spans: Record<Stage, readonly [from: number, to: number]> = {
  parse: [0, 50],
  insert: [50, 75],
  rules: [75, 90],
  store: [90, 100],
};

/** Percent of the whole run, 0-100 with two decimals, from the measured share (0-1) of one stage. */
export function overallProgress(stage: Stage, fraction: number): number {
  const [from, to] = spans[stage];
  const share = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
  return Math.round((from + (to - from) * share) * 100) / 100;
}
