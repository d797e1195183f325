let scale = 1;

/** Below this some planted cell would no longer be the only one of its kind. */
const fewest = 2000;

/** Makes every file of the run smaller (or larger), to try a part out; figures of a scaled run say nothing. */
export function setScale(factor: number): void {
  if (!(factor > 0)) throw new Error("the scale must be a number above 0");
  scale = factor;
}

export function scaled(rows: number): number {
  return Math.max(fewest, Math.round(rows * scale));
}

/** So many files, jobs or readers, of which a few are enough for a trial. */
export function scaledCount(count: number): number {
  return Math.max(20, Math.round(count * scale));
}

/** "1M", "200k": the number of rows as figures name it. */
export function shortNumber(rows: number): string {
  if (rows % 1_000_000 === 0) return `${rows / 1_000_000}M`;
  return rows % 1000 === 0 ? `${rows / 1000}k` : String(rows);
}
