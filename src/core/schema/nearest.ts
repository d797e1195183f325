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
      const distance = editDistance(wanted, lower);
      if (distance >= bestDistance) continue;
      best = entry;
      bestDistance = distance;
      if (distance === 0) break;
    }
    return best;
  };
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
