import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { resultsPage } from "./results-page";

/** What the ratio, or the value when there is no ratio, should be. */
export type Target = { most: number } | { least: number };

export interface Result {
  part: string;
  name: string;
  value: number;
  unit: string;
  /** The name of what the value is compared with; empty when with nothing. */
  reference: string;
  ratio: number | null;
  target: Target | null;
}

const results: Result[] = [];
const notes: { part: string; text: string }[] = [];
let part = "";
const round = (value: number) => Math.round(value * 1000) / 1000;

/** Names the part that the next figures and notes are of. */
export function beginPart(name: string): void {
  part = name;
}

/** Notes and prints one figure, as a ratio to `of` when that is given. */
export function record(
  name: string,
  value: number,
  unit: string,
  reference = "",
  of?: number,
  target: Target | null = null,
): void {
  const ratio = of === undefined ? null : round(value / of);
  results.push({ part, name, value: round(value), unit, reference, ratio, target });
  console.log(`${name}: ${round(value)} ${unit}${ratio === null ? "" : `  (${ratio} x ${reference})`}`);
}

/** A sentence about the figures of the part, for people. */
export function remark(text: string): void {
  notes.push({ part, text });
  console.log(text);
}

/** The value below which the share `q` (0-1) of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Writes results.json and RESULTS.md into the folder. */
export async function writeResults(folder: string, machine: readonly string[]): Promise<void> {
  await writeFile(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(folder, "RESULTS.md"), resultsPage({ machine, results, notes }));
}
