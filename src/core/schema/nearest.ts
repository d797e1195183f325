const most = 2;

/** The entry that differs from the text by at most two single-character edits, the case aside; null when none does. */
export function nearest(text: string, entries: readonly string[]): string | null {
  if (text.length > 100) return null;
  let best: string | null = null;
  let bestDistance = Math.min(most, Math.floor(text.length / 2)) + 1;
  for (const entry of entries) {
    if (Math.abs(entry.length - text.length) > most) continue;
    const distance = editDistance(text.trim().toLowerCase(), entry.toLowerCase());
    if (distance < bestDistance) {
      best = entry;
      bestDistance = distance;
    }
  }
  return best;
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
