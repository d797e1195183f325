import { writeFile } from "node:fs/promises";

interface Result {
  name: string;
  value: number;
  unit: string;
  /** The name of what the value is compared with; empty when with nothing. */
  reference: string;
  ratio: number | null;
}

const results: Result[] = [];
const round = (value: number) => Math.round(value * 1000) / 1000;

/** Notes and prints one figure, as a ratio to `of` when that is given. */
export function record(name: string, value: number, unit: string, reference = "", of?: number): void {
  const ratio = of === undefined ? null : round(value / of);
  results.push({ name, value: round(value), unit, reference, ratio });
  console.log(`${name}: ${round(value)} ${unit}${ratio === null ? "" : `  (${ratio} x ${reference})`}`);
}

/** The value below which the share `q` (0-1) of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export async function writeResults(path: string): Promise<void> {
  await writeFile(path, `${JSON.stringify(results, null, 2)}\n`);
}
