import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { resultsPage } from "./results-page";

/** What the ratio, or the value when there is no ratio, should be. */
export type Target = { most: number } | { least: number };

export interface Result {
  name: string;
  value: number;
  unit: string;
  /** The name of what the value is compared with; empty when with nothing. */
  reference: string;
  ratio: number | null;
  target: Target | null;
}

/** The figures of one part, with the machine and the settings that they were measured with. */
export interface Part {
  measured: readonly string[];
  results: Result[];
  notes: string[];
}

const parts = new Map<string, Omit<Part, "measured">>();
let part: Omit<Part, "measured"> = { results: [], notes: [] };
const round = (value: number) => Math.round(value * 1000) / 1000;

/** Names the part that the next figures and notes are of. */
export function beginPart(name: string): void {
  part = { results: [], notes: [] };
  parts.set(name, part);
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
  part.results.push({ name, value: round(value), unit, reference, ratio, target });
  console.log(`${name}: ${round(value)} ${unit}${ratio === null ? "" : `  (${ratio} x ${reference})`}`);
}

/** A sentence about the figures of the part, for people. */
export function remark(text: string): void {
  part.notes.push(text);
  console.log(text);
}

/** The value below which the share `q` (0-1) of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Writes results.json and RESULTS.md into the folder; parts that were not measured keep the figures that are there. */
export async function writeResults(folder: string, measured: readonly string[]): Promise<void> {
  const path = join(folder, "results.json");
  const all: Record<string, Part> = JSON.parse(await readFile(path, "utf8").catch(() => "{}"));
  for (const [name, { results, notes }] of parts) all[name] = { measured, results, notes };
  await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(join(folder, "RESULTS.md"), resultsPage(all));
}
