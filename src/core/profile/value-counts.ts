import { keepText } from "./keep-text";

export interface CountedValue {
  text: string;
  count: number;
}

export type ValueCounts = ReturnType<typeof makeValueCounts>;

/** Past its capacity the table looks at one value of several, which then stands for all of them. */
const leastStride = 8;
const mostStride = 1024;

/**
 * Counts values by their hash: exactly while at most `capacity` (a power of two) are different, then the frequent ones, by
 * taking the median count off all and dropping what is left with none each time the table is full.
 */
export function makeValueCounts(capacity: number) {
  const mask = capacity * 2 - 1;
  const hashes = new Int32Array(capacity * 2);
  const slots = new Uint16Array(capacity * 2);
  let keys: number[] = [];
  let counts: number[] = [];
  let texts: string[] = [];
  let isExact = true;
  let stride = leastStride;
  let gap = 0;
  let state = 0x9e3779b9;

  /** From 1 to twice the stride: even steps would fall in with a pattern in the rows. */
  function nextGap(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return 1 + ((state >>> 0) % (2 * stride - 1));
  }

  function place(hash: number, entry: number): void {
    let at = hash & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = entry + 1;
    hashes[at] = hash;
  }

  function purge(): void {
    const median = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
    // Where hardly any value comes again, looking at fewer costs nothing.
    if (median <= stride && stride < mostStride) stride *= 2;
    const stay = counts.flatMap((count, i) => (count > median ? [i] : []));
    keys = stay.map((i) => keys[i] ?? 0);
    texts = stay.map((i) => texts[i] ?? "");
    counts = stay.map((i) => (counts[i] ?? 0) - median);
    slots.fill(0);
    keys.forEach(place);
  }

  return {
    /** Counts one more of a value; false when the value is new, was forgotten or is not looked at. */
    add(hash: number, text: string): boolean {
      if (!isExact && --gap > 0) return false;
      if (!isExact) gap = nextGap();
      const weight = isExact ? 1 : stride;
      let at = hash & mask;
      for (;;) {
        const slot = slots[at] ?? 0;
        if (slot === 0) break;
        if (hashes[at] === hash) {
          counts[slot - 1] = (counts[slot - 1] ?? 0) + weight;
          return true;
        }
        at = (at + 1) & mask;
      }
      if (keys.length === capacity) {
        isExact = false;
        purge();
      }
      place(hash, keys.length);
      keys.push(hash);
      counts.push(weight);
      texts.push(keepText(text));
      return false;
    },
    isExact: () => isExact,
    isFull: () => keys.length === capacity,
    size: () => keys.length,
    eachHash(visit: (hash: number) => void): void {
      keys.forEach(visit);
    },
    /** Below this a count may be mere chance. */
    floor: () => (isExact ? 0 : 4 * stride),
    /** The values kept, in the order in which they came. */
    values: (): CountedValue[] => texts.map((text, i) => ({ text, count: counts[i] ?? 0 })),
  };
}
