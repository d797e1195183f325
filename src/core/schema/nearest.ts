const mostEdits = 2;
const longest = 100;
/** Comparisons a column may spend on suggestions: a file in which every row is wrong must not take minutes for them. */
const budget = 1_000_000;

/** Finds the entry that differs from a text by at most two single-character edits, the case aside. */
export function makeNearest(entries: readonly string[]): (text: string) => string | null {
  const folded = entries.map((entry) => ({ entry, lower: entry.toLowerCase() }));
  let left = budget;
  return (text) => {
    const wanted = text.trim().toLowerCase();
    if (text.length > longest || left <= 0) return null;
    left -= entries.length;
    let best: string | null = null;
    let bestDistance = Math.min(mostEdits, Math.floor(wanted.length / 2)) + 1;
    for (const { entry, lower } of folded) {
      if (Math.abs(lower.length - wanted.length) >= bestDistance) continue;
      const distance = editDistance(wanted, lower, bestDistance);
      if (distance >= bestDistance) continue;
      best = entry;
      bestDistance = distance;
      if (distance === 0) break;
    }
    return best;
  };
}

const before = new Uint8Array(256);
const row = new Uint8Array(256);

/** Edits from one text to the other, or some number of `limit` or more when it takes that many. */
function editDistance(a: string, b: string, limit: number): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  for (let j = 0; j <= width; j++) before[j] = j;
  for (let i = start; i < endA; i++) {
    const code = a.charCodeAt(i);
    let least = i - start + 1;
    row[0] = least;
    for (let j = 1; j <= width; j++) {
      const change = (before[j - 1] ?? 0) + (code === b.charCodeAt(start + j - 1) ? 0 : 1);
      const value = Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least >= limit) return limit;
    before.set(row.subarray(0, width + 1));
  }
  return before[width] ?? 0;
}
