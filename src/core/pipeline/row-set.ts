/** A growing set of row numbers, one bit each. */
export function makeRowSet() {
  let words = new Uint32Array(1024);
  let size = 0;
  return {
    /** Adds a row number; adding one twice counts once. */
    add(row: number): void {
      const at = row >>> 5;
      if (at >= words.length) {
        const grown = new Uint32Array(Math.max(at + 1, words.length * 2));
        grown.set(words);
        words = grown;
      }
      const bit = 1 << (row & 31);
      const word = words[at] ?? 0;
      if (word & bit) return;
      words[at] = word | bit;
      size++;
    },
    size: () => size,
    /** Calls back with each row number, in order. */
    each(visit: (row: number) => void): void {
      words.forEach((word, at) => {
        for (let bit = 0; word !== 0 && bit < 32; bit++) if (word & (1 << bit)) visit(at * 32 + bit);
      });
    },
  };
}
